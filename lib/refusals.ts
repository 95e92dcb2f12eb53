import type en from '@/messages/en.json'
import type fr from '@/messages/fr.json'

/** The name of a refusal that people are told. It is the key of its sentence, so one that lacks a translation does not compile. */
export type RefusalName = keyof (typeof en)['refusal'] & keyof (typeof fr)['refusal']

/** What a refusal carries beside its name; one that is not listed carries nothing. The sentences name these too. */
type Carried = {
  buffer_out_of_range: Range
  calendar_failed: { status: number | null }
  /** The address that is likely meant. */
  email_doubtful: { meant: string }
  email_too_long: Longest
  horizon_out_of_range: Range
  /** The address that the server led to. */
  leads_elsewhere: { to: string }
  sign_in_foreign: { way: string }
  minutes_out_of_range: Range
  name_too_long: Longest
  notice_out_of_range: Range
  /** The number that is meant, as it is written. */
  phone_overseas: { number: string }
  slot_invalid: Nearest | null
  slot_not_offered: Nearest | null
  slot_past: Nearest | null
  slot_taken: Nearest
  slot_too_soon: Partial<Nearest> & { noticeMinutes: number }
  step_out_of_range: Range
  too_late_to_move: Notice
  too_long: Longest
  too_many_rows: Longest
  visits_displaced: { visits: readonly DisplacedVisit[] }
}

/** A visit that a change would displace. Its page is added where somebody reads it. */
export type DisplacedVisit = { id: string; startsAt: string; patientName: string; path?: string }

/** From where to where it may lie, both included. */
type Range = { from: number; to: number }
type Longest = { max: number }
/** Free hours that can be had instead; empty when there is none. Instants are ISO strings. */
type Nearest = { nearest: readonly { startsAt: string }[] }
/** The clinic's number is added where a patient reads it. */
type Notice = { noticeHours: number; phone?: string }

/** Refusals that nobody reads as they are: whoever calls takes them apart. */
type Untold = {
  /** The saga's appointment was ended by another. */
  buried: null
  /** Somebody else drives, until then (ISO instant). */
  busy: { until: string }
  clinic_hours_invalid: readonly FieldRefusal[]
  hours_invalid: readonly FieldRefusal[]
  opening_invalid: readonly FieldRefusal[]
  time_off_invalid: readonly FieldRefusal[]
  visit_type_invalid: readonly FieldRefusal[]
}

/** What each refusal carries. */
export type RefusalData = { [Name in RefusalName]: Name extends keyof Carried ? Carried[Name] : null } & Untold

/** Refusals whose sentence needs nothing. */
export type BareRefusal = Exclude<RefusalName, keyof Carried>

/** A refusal that people are told, with what its sentence needs. */
export type ToldRefusal =
  | { name: BareRefusal; data?: null }
  | { [Name in keyof Carried]: { name: Name } & DataOf<Name> }[keyof Carried]

type DataOf<Name extends keyof Carried> = null extends RefusalData[Name]
  ? { data?: RefusalData[Name] }
  : { data: RefusalData[Name] }

/** A field that is refused, and why. */
export type FieldRefusal<Field extends string | null = string> = { field: Field } & ToldRefusal

/** Returns the free hours that can be had instead of what was refused. */
export function nearestOf({ data }: ToldRefusal): readonly { startsAt: string }[] {
  return data && 'nearest' in data ? (data.nearest ?? []) : []
}
