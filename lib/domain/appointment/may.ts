import type { Relation } from '@/lib/domain/people/role'
import type { KnownAppointment } from './appointment'
import type { ActorRole } from './events'

/** Who acts on a visit, and as whom; an admin as staff. `id` is theirs. */
export type Actor = { role: ActorRole; id: string }

/** What somebody may do about a visit, and within what. */
export type Rule = {
  /** Whose visits it reaches: their own, or anybody's. */
  reach: Relation
  /** What comes of acting inside the clinic's notice before a confirmed visit: nothing, it is `late`, or it `bars` them. */
  insideNotice?: 'late' | 'bars'
  /** Offered only once the visit is confirmed; before that there is another word for it. */
  isOfConfirmed?: true
}

/** The same of what takes an hour of a doctor's. */
export type HourRule = Rule & {
  /** Whether it must come no sooner than the doctor can get ready. */
  keepsDoctorsNotice: boolean
}

/** The same of booking. */
export type BookRule = HourRule & {
  /** Whether only what the doctor offers can be had: their hours, no holiday, and no further ahead than they book. */
  keepsToOffered: boolean
  /** How long after an hour has begun it can still be booked, in minutes: for whoever walks in. */
  begunMinutes: number
  /** Whether a stranger who only holds the hour gives way. */
  takesHeld: boolean
  /** Whether it may lie over another visit, with a reason. */
  overbooks: boolean
  /** Whether the doctor’s word comes with it: otherwise it is a request, unless its type needs none. */
  confirms: boolean
}

const byClinic = {
  keepsDoctorsNotice: false,
  keepsToOffered: false,
  begunMinutes: 15,
  takesHeld: true,
  overbooks: true,
  confirms: true,
}
const doctorOnOwn = { reach: 'own' } as const
const staffOnAny = { reach: 'any' } as const
const ofClinic = { doctor: doctorOnOwn, staff: staffOnAny } as const

/**
 * Who may do what about visits, and within what: one row for each command and role. Who is not named may not. Read by the
 * decisions, by the pages for what they offer, and by the lists of who presses and calls what. An admin acts as staff.
 */
export const may = {
  book: {
    patient: {
      reach: 'own',
      keepsDoctorsNotice: true,
      keepsToOffered: true,
      begunMinutes: 0,
      takesHeld: false,
      overbooks: false,
      confirms: false,
    },
    doctor: { reach: 'own', ...byClinic },
    staff: { reach: 'any', ...byClinic },
  },
  confirm: ofClinic,
  decline: ofClinic,
  move: {
    patient: { reach: 'own', insideNotice: 'bars', keepsDoctorsNotice: true },
    doctor: { reach: 'own', keepsDoctorsNotice: false },
    staff: { reach: 'any', keepsDoctorsNotice: false },
  },
  cancel: {
    patient: { reach: 'own', insideNotice: 'late' },
    // A doctor declines what they have not confirmed; whoever calls the desk wants their own request cancelled.
    doctor: { reach: 'own', isOfConfirmed: true },
    staff: staffOnAny,
  },
  arrived: ofClinic,
  called_in: ofClinic,
  completed: ofClinic,
  no_show: ofClinic,
  take_back: ofClinic,
  correct_contact: { patient: { reach: 'own' } },
} as const satisfies {
  book: Rows<BookRule>
  move: Rows<HourRule>
} & Record<string, Rows<Rule | HourRule | BookRule>>

type Rows<Of extends Rule> = { readonly [Role in ActorRole]?: Of }

export type Command = keyof typeof may

/** Returns what binds a role in a command; undefined for one that may not. */
export function ruleOf(command: 'book', role: ActorRole): BookRule | undefined
export function ruleOf(command: 'move', role: ActorRole): HourRule | undefined
export function ruleOf(command: Command, role: ActorRole): Rule | undefined
export function ruleOf(command: Command, role: ActorRole): Rule | undefined {
  const rows: Rows<Rule> = may[command]
  return rows[role]
}

/** Returns whether somebody may do this about this visit, whenever that is: it is one of theirs, or anybody's is. */
export function mayReach(
  command: Command,
  { slot, patientId }: Pick<KnownAppointment, 'slot' | 'patientId'>,
  { role, id }: Actor,
): boolean {
  const rule = ruleOf(command, role)
  if (rule?.reach !== 'own') return rule !== undefined
  return id === (role === 'doctor' ? slot.doctorId : patientId)
}

/** Who of the clinic's accounts may do something, and how far each reaches; an admin as far as staff. */
export type AccessTo<Of extends Command> = {
  readonly [Role in 'doctor' | 'staff' | 'admin' as RowOf<Role> extends keyof (typeof may)[Of] ? Role : never]: ReachOf<
    (typeof may)[Of],
    RowOf<Role>
  >
}

/** Returns who of the clinic's accounts may do something, as the lists of access say it. */
export function accessTo<const Of extends Command>(command: Of): AccessTo<Of> {
  const { doctor, staff }: Rows<Rule> = may[command]
  const reach = { ...(doctor && { doctor: doctor.reach }), ...(staff && { staff: staff.reach, admin: staff.reach }) }
  return reach as AccessTo<Of>
}

type RowOf<Role> = Role extends 'admin' ? 'staff' : Role
type ReachOf<Row, Role> = Role extends keyof Row ? (Row[Role] extends { reach: infer Reach } ? Reach : never) : never
