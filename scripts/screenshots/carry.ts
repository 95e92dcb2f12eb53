import { runSaga } from '@/inngest/run-saga'
import { sagas } from '@/inngest/sagas/sagas'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import type { Db } from '@/lib/db/client'

/** Carries what a visit's events have started, in order. */
export async function carry(db: Db, appointmentId: string): Promise<void> {
  const posted = await db.outbox.findMany({ where: { streamId: appointmentId }, orderBy: { version: 'asc' } })
  for (const { eventId, payload } of posted) {
    await runSaga(sagas, { eventId, sagaId: (payload as { sagaId: string }).sagaId }, (_, work) => work())
  }
}

/** Every visit's page can be opened by what follows from its id: nobody has secrets in the clinic that pictures are taken of. */
export async function nameLinks(db: Db): Promise<void> {
  await db.$executeRaw`
    update visit_link set token_hash = sha256(upper(left(replace(appointment_id::text, '-', ''), 26))::bytea)`
}

/** One message comes back to the clinic: somebody should call. `at` is an ISO instant. */
export async function returnMessage(db: Db, at: string): Promise<void> {
  const [message] = await db.message.findMany({
    where: { status: 'sent', role: 'patient' },
    orderBy: { sentAt: 'desc' },
  })
  if (!message) throw new Error('no message was sent')
  const report = { key: message.key, providerId: 'pictures', delivery: 'bounced', code: null } as const
  await reportDelivery(db, { ...report, at })
}
