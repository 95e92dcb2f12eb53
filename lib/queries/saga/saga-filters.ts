import { Prisma } from '@/lib/db/generated/client'
import { nameFolding, nameSearch } from '@/lib/db/name-index'
import { blindIndex, toHex } from '@/lib/db/sealed'
import { asAddress, withoutInvisible } from '@/lib/domain/people/visible'
import type { Failure, FailureKind } from '@/lib/domain/saga/failure'

/** How soon the desk looks at a saga, by the name of its tab; see the function `saga_urgency` of the database. */
export const urgencies = {
  attention: [5],
  undone: [4],
  retrying: [3],
  running: [1, 2],
  done: [0],
} as const satisfies Record<string, readonly number[]>

export type SagaTab = keyof typeof urgencies

/** Why sagas stand still together: asking for a person, or waiting for a service. */
export type SagaCause = { state: 'attention' | 'retrying'; service: Failure['service']; kind: FailureKind }

/** Which sagas are asked for. What is null does not narrow. */
export type SagaFilters = {
  tab: SagaTab | null
  type: string | null
  doctorId: string | null
  /** Begun at this instant or later (ISO). */
  since: string | null
  cause: SagaCause | null
  /** A saga's id, a visit's reference or id, an e-mail address, or words of a patient's name. */
  search: string | null
}

/** The urgency of the saga `s`. */
export const urgency = Prisma.sql`saga_urgency(s.needs_attention, s.status, s.next_at)`

/**
 * What the saga `s` asks a person about last, or what its last try met with. One that was not made met with the outage.
 */
export const lastFailure = Prisma.sql`case when s.needs_attention then s.data->'asksAbout'->-1 else (
  select case t.failure->>'kind' when 'circuit_open' then t.failure || '{"kind":"transient"}' else t.failure end from saga_step_attempt t where t.saga_id = s.saga_id and t.failure is not null
  order by t.started_at desc limit 1) end`

/** Returns the condition on the saga `s` that these filters make, but for the tab. */
export function isAskedFor({ type, doctorId, since, cause, search }: SagaFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(type ? [Prisma.sql`s.type = ${type}`] : []),
    ...(doctorId ? [ofVisits(Prisma.sql`a.doctor_id = ${doctorId}::uuid`)] : []),
    ...(since ? [Prisma.sql`s.created_at >= ${since}::timestamptz`] : []),
    ...(cause ? [hasCause(cause)] : []),
    ...(search ? [isFound(search)] : []),
  ]
  return Prisma.join(conditions, ' and ')
}

/** Returns the condition on the saga `s` that a tab makes. */
export function isInTab(tab: SagaTab | null): Prisma.Sql {
  return tab ? Prisma.sql`${urgency} = any(${[...urgencies[tab]]}::int[])` : Prisma.sql`true`
}

function ofVisits(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`s.subject_id in (select a.id from appointment a where ${condition})`
}

function hasCause({ state, service, kind }: SagaCause): Prisma.Sql {
  const which = Prisma.sql`${lastFailure} @> ${JSON.stringify({ service, kind })}::jsonb`
  return Prisma.sql`${isInTab(state)} and ${which}`
}

/** The beginning of an id, of six digits or more. Without any figure it may as well be a name. */
const idPrefix = /^(?=.*\d)[0-9a-f]{6,8}(-?[0-9a-f]{0,4}){0,3}(-?[0-9a-f]{0,12})$/i
const whole = '00000000-0000-0000-0000-000000000000'

function isFound(search: string): Prisma.Sql {
  const text = withoutInvisible(search).trim()
  if (idPrefix.test(text)) {
    const hex = text.replaceAll('-', '').toLowerCase()
    const [low, high] = [filled(hex, '0'), filled(hex, 'f')]
    const between = (id: Prisma.Sql) => Prisma.sql`${id} between ${low}::uuid and ${high}::uuid`
    return Prisma.sql`(${between(Prisma.sql`s.saga_id`)} or ${between(Prisma.sql`s.subject_id`)})`
  }
  if (text.includes('@'))
    return ofPatients(Prisma.sql`p.email_index = decode(${hexOf(blindIndex(asAddress(text)))}, 'hex')`)
  const { words, formerWords } = nameSearch(text)
  const isFormer = Prisma.sql`(p.name_folding is null or p.name_folding < ${nameFolding})`
  return ofPatients(Prisma.sql`(${hasAll(words)} or (${isFormer} and ${hasAll(formerWords)}))`)
}

/** No word at all finds nobody. */
function hasAll(hashes: readonly Uint8Array[]): Prisma.Sql {
  const words = hashes.map(hexOf)
  return Prisma.sql`p.name_index @> (select array_agg(decode(word, 'hex')) from unnest(${words}::text[]) word)`
}

function ofPatients(condition: Prisma.Sql): Prisma.Sql {
  return ofVisits(Prisma.sql`a.patient_id in (select p.id from patient p where ${condition})`)
}

/** Returns whether this search says nothing about a person, so that it may stand in an address. */
export function isImpersonal(search: string): boolean {
  return idPrefix.test(withoutInvisible(search).trim())
}

function hexOf(bytes: Uint8Array): string {
  return toHex(bytes).slice(2)
}

/** An id of which only the beginning is known, with the rest filled up. */
function filled(hex: string, digit: string): string {
  const digits = hex.slice(0, 32).padEnd(32, digit)
  let at = 0
  return whole.replace(/0/g, () => digits[at++] ?? digit)
}
