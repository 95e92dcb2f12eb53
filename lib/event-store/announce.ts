import type { Db } from '@/lib/db/client'

/**
 * What has changed: a run; a visit, as it stands now; hours of a doctor that were taken, held or let go of, for a visit or
 * without one; or the hours that a doctor keeps. Instants are ISO.
 */
export type Change =
  | { of: 'run'; run: string }
  | { of: 'visit'; visit: string }
  | { of: 'slot'; visit: string | null; doctor: string; from: string; to: string }
  | { of: 'hours'; doctor: string }

/** Changes to be told of while earlier ones are being told, each once. */
const waiting = new Map<Db, Set<string>>()

/**
 * Tells open pages what has changed, so that those that show it read again. After the commit, and never waited for:
 * pages read by themselves too. What comes while a telling is under way is told together by the next.
 */
export function announce(db: Db, changes: readonly Change[]): void {
  const said = changes.map((change) => JSON.stringify(change))
  const later = waiting.get(db)
  if (later) for (const one of said) later.add(one)
  else void tell(db, new Set(said))
}

async function tell(db: Db, said: ReadonlySet<string>): Promise<void> {
  const later = new Set<string>()
  waiting.set(db, later)
  await notify(db, `[${[...said].join()}]`).catch(() => {})
  if (later.size > 0) await tell(db, later)
  else waiting.delete(db)
}

/** Whose a visit is and when is looked up here: a saga's step that is recorded knows it by its id alone. */
function notify(db: Db, changes: string) {
  return db.$executeRaw`
    select pg_notify('changed', jsonb_build_object(
      'of', c.of, 'visit', c.visit, 'run', c.run, 'doctor', coalesce(c.doctor, a.doctor_id, r.doctor_id),
      'isRequest', coalesce(a.status = 'requested', false),
      'from', coalesce(c."from", a.starts_at), 'to', coalesce(c."to", a.ends_at))::text)
    from jsonb_to_recordset(${changes}::jsonb) c(of text, visit uuid, run uuid, doctor uuid, "from" timestamptz, "to" timestamptz)
    left join appointment a on a.id = c.visit left join run r on r.id = c.run`
}
