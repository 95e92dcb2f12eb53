import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { findKeyOfWords } from '@/lib/queries/saga/messages'
import { formerContactKind } from '@/lib/queries/visit/told-at'
import type { LedgerEntry, WorldState } from '@/tests/world/ledger-entry'
import type { RunningWorld } from '@/tests/world/start-world'

/** A promise that was broken: by which appointment, where that can be said. */
export type Violation = { rule: string; appointmentId: string | null; detail: unknown }

/** What the outside world says happened to it. */
export type Ledger = {
  /** What the database called sent before the world was asked: what is sent meanwhile is in both, or in the world alone. */
  sent: readonly { key: string; channel: string; subjectId: string | null }[]
  entries: readonly LedgerEntry[]
  calendar: WorldState
}

/** Asks the database, and then the world, what has happened. */
export async function readLedger({ db, world }: { db: Db; world: RunningWorld }): Promise<Ledger> {
  const select = { key: true, channel: true, subjectId: true }
  const sent = await db.message.findMany({ where: { status: 'sent' }, select })
  return { sent, entries: await world.ledger(), calendar: await world.state() }
}

/**
 * Holds what the database says against what the world saw, and both against every invariant. The world's ledger is the
 * judge: it knows of a second mail even when nobody else does. Meant for a clinic at rest, after faults have stopped.
 */
export async function check(db: Db, ledger: Ledger): Promise<Violation[]> {
  const invariants = await readInvariants(db, isoNow())
  const broken = invariants.flatMap(({ name, broken: rows }) =>
    rows.map((row) => ({ rule: name, appointmentId: typeof row.id === 'string' ? row.id : null, detail: row })),
  )
  return [
    ...broken,
    ...(await checkRest(db)),
    ...(await checkMails(db, ledger)),
    ...checkTexts(ledger),
    ...(await checkSaidAgain(db)),
    ...(await checkCalendar(db, ledger)),
    ...(await checkLastWords(db, ledger)),
  ]
}

/** How a visit ends that was kept, or missed: its hour stands in the calendar. */
const attended = ['no_show', 'completed', 'reopened']

const violation = (rule: string, appointmentId: string | null, detail: unknown): Violation => ({
  rule,
  appointmentId,
  detail,
})

/** Once faults have stopped, every saga ends and every event has arrived. */
async function checkRest(db: Db): Promise<Violation[]> {
  const atWork = await db.saga.findMany({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } })
  const waiting = await db.outbox.findMany({ where: { status: { not: 'ACKED' } } })
  return [
    ...atWork.map(({ subjectId, type, data }) => violation('Every saga ends.', subjectId, { type, data })),
    ...waiting.map(({ streamId, name }) => violation('Every event arrives.', streamId, { name })),
  ]
}

/**
 * Each mail once: no key was accepted twice, none is out that we do not know of, none is called sent that is not out.
 */
async function checkMails(db: Db, { sent, entries }: Ledger): Promise<Violation[]> {
  const rows = await db.message.findMany({ where: { channel: 'mail' } })
  const known = new Map(rows.map((row) => [row.key, row]))
  const accepted = countBy(
    entries.filter(({ service, applied }) => service === 'mail' && applied),
    ({ key }) => key,
  )
  const idOf = (key: string) => known.get(key)?.subjectId ?? key.split(':')[0] ?? null
  return [
    ...[...accepted]
      .filter(([, count]) => count > 1)
      .map(([key]) => violation('A mail goes out once.', idOf(key), { key })),
    ...[...accepted.keys()]
      .filter((key) => !known.has(key))
      .map((key) => violation('No mail goes out unrecorded.', idOf(key), { key })),
    ...sent
      .filter(({ key, channel }) => channel === 'mail' && !accepted.has(key))
      .map(({ key, subjectId }) => violation('A mail that is called sent is out.', subjectId, { key })),
  ]
}

/** Each SMS once: a provider without keys sees as many of one text to one number as there are messages called sent. */
function checkTexts({ sent: all, entries }: Ledger): Violation[] {
  const sent = all.filter(({ channel }) => channel === 'sms').length
  const applied = entries.filter(
    ({ service, operation, applied: isOut }) => service === 'sms' && operation === 'send' && isOut,
  )
  const doubled = [...countBy(applied, (entry) => JSON.stringify([entry.key, bodyOf(entry)]))].filter(([, n]) => n > 1)
  return [
    ...doubled.map(([key]) => violation('An SMS goes out once.', null, { key })),
    ...(applied.length < sent
      ? [violation('An SMS that is called sent is out.', null, { sent, out: applied.length })]
      : []),
  ]
}

/** What is said again at an address was not said there since that was asked for: two keys are two messages to whoever reads them. */
async function checkSaidAgain(db: Db): Promise<Violation[]> {
  const corrections = await db.saga.findMany({ where: { type: 'appointment-contact-corrected' } })
  const sagaIds = corrections.map(({ sagaId }) => sagaId)
  const again = { sagaId: { in: sagaIds }, kind: { not: formerContactKind }, status: 'sent' }
  const said = await db.message.findMany({ where: again })
  const keys = said.map(async ({ key, subjectId, sagaId, kind, role, recipient, content, createdAt }) => {
    const { text } = JSON.parse(open(content, 'message.content')) as { text: string }
    const since = corrections.find((saga) => saga.sagaId === sagaId)?.createdAt.toISOString() ?? ''
    const words = { subjectId, kind, role, text, since, to: open(recipient, 'message.recipient') }
    const earlier = await findKeyOfWords(db, { ...words, notKey: key })
    const before = await db.message.count({ where: { key: earlier ?? '', createdAt: { lt: createdAt } } })
    return before === 0 ? [] : [violation('Nobody is told the same twice.', subjectId, { key, earlier })]
  })
  return (await Promise.all(keys)).flat()
}

const bodyOf = (entry: LedgerEntry) => (entry.service === 'sms' ? entry.details.body : null)

/**
 * Exactly one event in the doctor's own calendar for a live visit, at its hour and as it is; none for one that ended.
 */
async function checkCalendar(db: Db, { calendar }: Ledger): Promise<Violation[]> {
  const loose = new Set(
    (await db.saga.findMany({ where: { OR: [{ needsAttention: true }, { status: 'FAILED', outcome: null }] } })).map(
      ({ subjectId }) => subjectId,
    ),
  )
  const visits = await db.appointment.findMany()
  return visits.flatMap((visit) => {
    if (loose.has(visit.id) || attended.includes(visit.endedBecause ?? '')) return []
    const events = calendar.filter(({ uid }) => uid.startsWith(visit.id))
    if (visit.status === 'ended') {
      return events.length === 0 ? [] : [violation('No event is left behind.', visit.id, events)]
    }
    const [event] = events
    const status = visit.status === 'confirmed' ? 'confirmed' : 'tentative'
    const isRight =
      events.length === 1 && event?.status === status && Date.parse(event.start ?? '') === visit.startsAt.getTime()
    return isRight ? [] : [violation('A live visit stands once in the calendar.', visit.id, { visit, events })]
  })
}

/** A patient hears once that it could not be booked, and once that it was called off, unless a person is asked to. */
async function checkLastWords(db: Db, { entries }: Ledger): Promise<Violation[]> {
  const ended = await db.appointment.findMany({ where: { status: 'ended' } })
  const asked = new Set((await db.saga.findMany({ where: { needsAttention: true } })).map(({ subjectId }) => subjectId))
  const kindOf = {
    booking_failed: 'not_booked',
    doctor_declined: 'declined',
    no_show: 'no_show',
    completed: 'nothing',
    reopened: 'nothing',
  } as Record<string, string>
  return ended.flatMap(({ id, endedBecause }) => {
    const kind = kindOf[endedBecause ?? ''] ?? 'cancelled'
    const told = entries.filter(({ key, applied }) => applied && key.startsWith(`${id}:${kind}:`)).length
    if (told === 1 || asked.has(id) || kind === 'nothing') return []
    return [violation('The end of a visit is told once.', id, { kind, told })]
  })
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
