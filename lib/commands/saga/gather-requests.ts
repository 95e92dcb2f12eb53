import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'
import { lastDigestDue, type RequestMail } from '@/lib/domain/messages/digest'
import { getClinic } from '@/lib/queries/clinic/clinic'

type Mail = { to: string; subject: string; text: string; html: string | null; ics: null }

/** Writes the digest of a doctor that names these visits. */
type Render = (doctorId: string, appointmentIds: readonly string[]) => Promise<Mail>

/**
 * Gathers the mails that are held for a digest which is due: they are `gathered` and the digest is stored, to be sent, in
 * one transaction, so that a crash tells of each once. A request that waits no more is in none. Safe to repeat and to run
 * twice at once: a row is gathered by one. `now` is an ISO instant.
 */
export async function gatherRequests(db: Db, now: string, render: Render): Promise<void> {
  const held = await db.$queryRaw<{ doctorId: string; wanted: RequestMail }[]>`
    select distinct d.id as "doctorId", d.request_mail as wanted
    from message m join appointment a on a.id = m.subject_id join doctor d on d.id = a.doctor_id
    where m.status = 'held'`
  const { timeZone } = await getClinic(db)
  for (const { doctorId, wanted } of held) {
    const dueAt = lastDigestDue(wanted, now, timeZone)
    await db.$transaction(async (tx) => {
      const gathered = await tx.$queryRaw<{ subjectId: string; isWaiting: boolean }[]>`
        update message m set status = 'gathered' from appointment a
        where a.id = m.subject_id and a.doctor_id = ${doctorId}::uuid
          and m.status = 'held' and m.created_at <= ${dueAt}::timestamptz
        returning m.subject_id as "subjectId", a.status = 'requested' as "isWaiting"`
      const waiting = gathered.filter(({ isWaiting }) => isWaiting).map(({ subjectId }) => subjectId)
      if (waiting.length === 0) return
      const { to, ...content } = await render(doctorId, waiting)
      await tx.message.create({
        data: {
          // Not by when it was due: what is committed late is gathered by the next sweep.
          key: `digest:${doctorId}:${now}`,
          channel: 'mail',
          kind: 'request_digest',
          role: 'doctor',
          status: 'stored',
          recipient: seal(to, 'message.recipient'),
          content: seal(JSON.stringify(content), 'message.content'),
          createdAt: now,
        },
      })
    })
  }
}
