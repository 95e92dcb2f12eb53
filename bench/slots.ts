import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Db } from '@/lib/db/client'
import { statement } from '@/lib/db/statement'
import { clinicDayOf, clinicDays, reachedAt } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import { type OpenSlotsQuestion, openSlotsStatement } from '@/lib/queries/visit/open-slots-statement'
import { startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { createTemplate, createTestDatabase } from '@/tests/fixtures/database'

// `npm run bench:slots`: how long free hours take among a million visits, by the statement that pages use and by the one
// that anybody would write first, in turns on one database. `--visits` says how many, `--assert` fails when the statement is not
// three times as fast as the other.
const { values } = parseArgs({
  options: { visits: { type: 'string', default: '1000000' }, assert: { type: 'boolean', default: false } },
})
const doctors = 50
const rounds = { ours: 40, naive: 3 }
const timeZone = 'Europe/Paris'

const postgres = await startLocalPostgres(path.resolve('.carnet/bench/slots'), 'carnet')
await createTemplate(postgres.url('postgres'))
const { db, drop } = await createTestDatabase(postgres.url('postgres'))
await fill(db, Number(values.visits))
const ids = (await db.doctor.findMany({ where: { specialty: 'bench' }, select: { id: true } })).map(({ id }) => id)
let isAhead = true
for (const [what, of, days, first] of [
  ['one doctor, four weeks', 1, 28, 2_147_483_647],
  ['the first of each of ten doctors', 10, 14, 1],
] as const) {
  const args = argumentsFor(ids.slice(0, of), days, first)
  const ours = await median(db, openSlotsStatement, args, rounds.ours)
  const naive = await median(db, naiveStatement(), args, rounds.naive)
  isAhead &&= naive.ms / ours.ms >= 3
  const same = ours.rows === naive.rows ? 'the same rows' : `ROWS DIFFER: ${ours.rows} and ${naive.rows}`
  console.log(
    `${what}: ${ours.ms.toFixed(1)} ms; with \`not exists\` ${naive.ms.toFixed(1)} ms; ${same} (${ours.rows})`,
  )
}
await drop()
await postgres.stop()
if (values.assert && !isAhead) process.exitCode = 1

/**
 * Doctors with eight hours a day, nine tenths of which are taken, half a year back and twelve weeks ahead, and older
 * ones.
 */
async function fill(db: Db, visits: number): Promise<void> {
  const each = Math.round(visits / doctors)
  await db.$executeRaw`
    insert into doctor (id, slug, name, form, specialty, email, language, step_minutes)
    select gen_random_uuid(), 'bench-' || n, 'Bench', 'Dr', 'bench', 'bench@example.org', 'fr', 20 from generate_series(1, ${doctors}::int) n`
  await db.$executeRaw`
    insert into doctor_hours (doctor_id, weekday, opens, closes)
    select d.id, w, '09:00', '17:00' from doctor d, generate_series(1, 7) w where d.specialty = 'bench'`
  console.log(`writing ${visits} visits`)
  await db.$executeRaw`
    insert into slot_claim (appointment_id, doctor_id, starts_at, ends_at)
    select gen_random_uuid(), d.id, t, t + interval '20 minutes'
    from doctor d, lateral (
      select date_trunc('day', ${new Date()}::timestamptz) + interval '84 days' - make_interval(days => n / 24) + interval '8 hours' + make_interval(mins => n % 24 * 20) as t, n
      from generate_series(0, ${each}::int * 10 / 9) n) s
    where d.specialty = 'bench' and n % 10 <> 7`
  await db.$executeRaw`
    insert into appointment (id, version, doctor_id, patient_id, starts_at, ends_at, status, created_at, updated_at)
    select appointment_id, 1, doctor_id, gen_random_uuid(), starts_at, ends_at, 'confirmed', starts_at, starts_at from slot_claim`
  await db.$executeRaw`analyze`
}

function argumentsFor(ids: readonly string[], days: number, first: number): OpenSlotsQuestion {
  const now = isoNow()
  const shown = clinicDays(clinicDayOf(now, timeZone), days, timeZone)
  const [begin, end] = [shown[0], shown.at(-1)]
  const asked = ids.map((doctor_id, key) => ({ key, doctor_id, minutes: 20, before: 0, after: 0, notice: true }))
  const until = new Date(end ? reachedAt(end, 1440) : 0).toISOString()
  return {
    wanted: JSON.stringify(asked),
    days: JSON.stringify(shown),
    now,
    begin: new Date(begin?.beginsMs ?? 0).toISOString(),
    end: until,
    holders: [],
    first,
    perDay: 'false',
  }
}

/** Each hour asks for itself whether somebody has it. */
function naiveStatement(): typeof openSlotsStatement {
  const taken = `not coalesce(t.ranges, '{}') && tstzrange(v.starts_at - make_interval(mins => v.before), v.ends_at + make_interval(mins => v.after))`
  const asked = `not exists (select from slot_claim c where c.doctor_id = v.doctor_id and (c.held_until is null or c.held_until > $now::timestamptz)
    and tstzrange(c.starts_at, c.ends_at) && tstzrange(v.starts_at - make_interval(mins => v.before), v.ends_at + make_interval(mins => v.after)))`
  const [text, lateral] = [openSlotsStatement.text.replace(taken, asked), ' left join taken t using (key)']
  if (!text.includes(asked) || !text.includes(lateral)) throw new Error('the statement has changed: so must this')
  return statement(text.replace(lateral, ''))
}

async function median(db: Db, asked: typeof openSlotsStatement, args: OpenSlotsQuestion, rounds: number) {
  const times: number[] = []
  let rows = 0
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    rows = (await asked.read(db, args)).length
    times.push(performance.now() - begin)
  }
  return { ms: times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0, rows }
}
