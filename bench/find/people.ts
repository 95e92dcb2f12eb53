import type { Db } from '@/lib/db/client'
import { patientRow } from '@/lib/db/patient-row'
import { patientTermRows } from '@/lib/db/patient-terms'
import { idFrom } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'

type Person = { first: string; last: string; birthDate: string; phone: string }

const firstNames =
  'Marie Jean Nathalie Michel Isabelle Philippe Sylvie Alain Catherine Patrick Martine Nicolas Christine Christophe Sandrine Pierre Véronique Christian Céline Éric Chantal Frédéric Monique Laurent Aurélie Stéphane Amina Youssef Fatou Ibrahim Léa Hugo Chloé Lucas Emma Arthur Manon Jules Inès Gabriel Camille Louis Sarah Adam Zoé Raphaël Lina Mohamed Julie Thomas'.split(
    ' ',
  )
const stems =
  'Mar Dub Ber Pet Rob Ric Dur Mor Lau Sim Mic Lef Ler Rou Dav Bon Fou Gir Bona Lam Fon Rous Vin Mul Fau And Mer Bla Gue Boy Gar Che Fra Leg Gau Per Robi Cle Mas Hen Rog Col Duv Nic Mat Mar Mou Jol Den Bar'.split(
    ' ',
  )
const ends = 'tin ois nard it ert hard and eau rent on hel ebvre oux el id et nier d art ain eau au ent ler re'.split(
  ' ',
)
const particles = ['', '', '', '', 'Le ', 'De ', 'Ben ', 'Da ']

/** Somebody of the bench's clinic by their number: the same one every time. Names are as frequent as letters allow. */
export function personOf(n: number): Person {
  const spread = (of: number, salt: number) => Math.floor(((Math.sin(n * 12.9898 + salt * 78.233) + 1) / 2) * 1e6) % of
  // Some names are frequent and most are rare.
  const skewed = (of: number, salt: number) => Math.floor((spread(997, salt) / 997) ** 1.4 * of)
  const last = `${particles[spread(8, 1)]}${stems[skewed(stems.length, 2)]}${ends[spread(ends.length, 3)]}${spread(3, 4) ? '' : ends[spread(ends.length, 5)]}`
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    first: firstNames[skewed(firstNames.length, 6)] ?? '',
    last,
    birthDate: `${1930 + spread(94, 7)}-${two(1 + spread(12, 8))}-${two(1 + spread(28, 9))}`,
    phone: `+336${String((n * 104_729) % 100_000_000).padStart(8, '0')}`,
  }
}

/** Sixty of one name, whom three letters of the first name or the year of birth tell apart. */
export const sameLetters: readonly Person[] = Array.from({ length: 60 }, (_, n) => ({
  first: `${'bdfglmnprt'[n % 10]}${'aeiouy'[Math.floor(n / 10)]}${'nrl'[n % 3]}ane`,
  last: 'Kervadec',
  birthDate: `${1940 + n}-05-02`,
  phone: `+3375000${String(n).padStart(4, '0')}`,
}))

const portion = 5_000

/** Writes so many people, whom the clinic knows, with three visits to two of them. */
export async function fillWithPeople(db: Db, most: number): Promise<void> {
  const at = isoNow()
  const all = Array.from({ length: most - sameLetters.length }, (_, n) => personOf(n)).concat(sameLetters)
  for (let from = 0; from < all.length; from += portion) {
    const people = all.slice(from, from + portion).map(({ first, last, ...known }, index) => ({
      id: idFrom('5eed0000-0000-4000-8000-00000000f1de', String(from + index)),
      known: {
        ...known,
        name: `${first} ${last}`,
        firstNames: first,
        birthName: last,
        email: null,
        language: 'fr' as const,
      },
    }))
    const rows = JSON.stringify(people.map(({ id, known }) => patientRow(id, known, at)))
    const terms = JSON.stringify(people.flatMap(({ id, known }) => patientTermRows(id, known)))
    await db.$executeRaw`insert into patient select * from jsonb_populate_recordset(null::patient, ${rows}::jsonb)`
    await db.$executeRaw`insert into patient_term select * from jsonb_populate_recordset(null::patient_term, ${terms}::jsonb)`
  }
  await db.$executeRaw`insert into patient_root select id, id, 1 from patient on conflict do nothing`
  await db.$executeRaw`
    insert into appointment (id, version, doctor_id, patient_id, starts_at, ends_at, status, ended_because, created_at, updated_at)
    select gen_random_uuid(), 3, ${doctors.helene.id}::uuid, p.id, t, t + interval '20 minutes', 'ended', 'completed', t, t
    from (select id, row_number() over (order by id) as n from patient) p,
      generate_series(1, 2) twice, lateral (select ${new Date(at)}::timestamptz - make_interval(hours => (p.n * 37 % 30000)::int * twice) as t) w
    where p.n % 2 = 0 or twice = 1`
  for (const table of ['patient', 'patient_root', 'patient_term', 'appointment'])
    await db.$executeRawUnsafe(`vacuum analyze ${table}`)
}
