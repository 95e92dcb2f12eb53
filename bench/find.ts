import '@/tests/fixtures/test-environment'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Db } from '@/lib/db/client'
import { secondMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { findPatients } from '@/lib/queries/people/find-patients'
import { startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { createTemplate, createTestDatabase } from '@/tests/fixtures/database'
import { fillWithPeople, personOf, sameLetters } from './find/people'

// `npm run bench:find`: how long somebody is looked for among 200,000 patients with 300,000 visits, from what is typed to the
// rows that are shown. `--patients` says how many, `--assert` fails when nineteen of twenty take longer than 150 ms, or when
// one of sixty with the same letters is not among the first five after three more letters, or after the year of birth.
const { values } = parseArgs({
  options: { patients: { type: 'string', default: '200000' }, assert: { type: 'boolean', default: false } },
})
const most = Number(values.patients)
const times = 200
const allowedMs = 150

const postgres = await startLocalPostgres(path.resolve('.carnet/bench/find'), 'carnet')
await createTemplate(postgres.url('postgres'))
const { db, drop } = await createTestDatabase(postgres.url('postgres'))
const begun = performance.now()
await fillWithPeople(db, most)
console.log(
  `${most} patients and their visits written in ${((performance.now() - begun) / secondMs).toFixed(0)} s; ${await sizes(db)}`,
)

let isGood = true
for (const [what, typedOf] of [
  ['two letters', (n: number) => personOf(n).last.slice(0, 2)],
  ['three letters', (n: number) => personOf(n).last.slice(0, 3)],
  ['first name and three letters', (n: number) => `${personOf(n).first} ${personOf(n).last.slice(0, 3)}`],
  ['two and two letters', (n: number) => `${personOf(n).first.slice(0, 2)} ${personOf(n).last.slice(0, 2)}`],
  ['the whole name', (n: number) => `${personOf(n).first} ${personOf(n).last}`],
  ['four digits', (n: number) => personOf(n).phone.slice(-4)],
  ['the whole number', (n: number) => personOf(n).phone],
  ['a birth date', (n: number) => personOf(n).birthDate],
] as const) {
  const took: number[] = []
  for (let at = 0; at < times; at++) took.push(await msOf(typedOf((at * 7_919) % most)))
  const p95 = took.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0
  isGood &&= p95 <= allowedMs
  console.log(`${what.padEnd(30)} p95 ${p95.toFixed(1)} ms, the longest ${Math.max(...took).toFixed(1)} ms`)
}
console.log(await amongSixty())
await drop()
await postgres.stop()
if (values.assert && !isGood) process.exitCode = 1

async function msOf(typed: string): Promise<number> {
  const before = performance.now()
  await findPatients(db, typed, null, isoNow())
  return performance.now() - before
}

/** Each of sixty who share their letters is looked for by them with three more, and with the year of birth. */
async function amongSixty(): Promise<string> {
  const among = async (typed: string, name: string) => {
    const { people } = await findPatients(db, typed, null, isoNow())
    return people.slice(0, 5).some((person) => person.name === name)
  }
  let [byLetters, byYear] = [0, 0]
  for (const { first, last, birthDate } of sameLetters) {
    if (await among(`ker ${first.slice(0, 3)}`, `${first} ${last}`)) byLetters++
    if (await among(`ker ${birthDate.slice(0, 4)}`, `${first} ${last}`)) byYear++
  }
  isGood &&= byLetters === sameLetters.length && byYear === sameLetters.length
  return `of ${sameLetters.length} with the same letters ${byLetters} are among the first five by three more, ${byYear} by the year of birth`
}

async function sizes(own: Db): Promise<string> {
  const [row] = await own.$queryRaw<{ terms: number; size: string }[]>`
    select count(*)::int as terms, pg_size_pretty(pg_total_relation_size('patient_term')) as size from patient_term`
  return `${row?.terms} terms, ${row?.size}`
}
