import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { isoDayOf } from '@/lib/db/iso-day'
import type { RequestMail } from '@/lib/domain/messages/digest'
import type { DoctorSchedule, VisitLength, VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { getClinic } from '@/lib/queries/clinic/clinic'

/** A doctor as people see one. */
export type Doctor = {
  id: string
  slug: string
  /** Without the title: `Hélène Vasseur`. */
  name: string
  /** How French writes the title: `Dre` or `Dr`. */
  form: 'Dre' | 'Dr'
  specialty: string
  email: string
  language: 'fr' | 'en'
  /** IANA zone of the clinic. */
  timeZone: string
  /** How they are mailed of requests. */
  requestMail: RequestMail
}

/** With what one can come for, the usual first. */
export type VisitedDoctor = Doctor & { visitTypes: readonly VisitType[] }

/** With the hash that names their photo's address; null where there is none. */
export type ListedDoctor = VisitedDoctor & { photo: string | null }

/** With the hours they keep. */
export type ScheduledDoctor = VisitedDoctor & { schedule: DoctorSchedule }

/** Returns all doctors, by name. */
export async function listDoctors(db: Db): Promise<ListedDoctor[]> {
  const include = { visitTypes, photo: { select: { hash: true } } }
  const [clinic, rows] = await Promise.all([getClinic(db), db.doctor.findMany({ include, orderBy: byName })])
  return rows.map((row) => ({
    ...toDoctor(row, clinic),
    visitTypes: row.visitTypes.map(toVisitType),
    photo: row.photo?.hash ?? null,
  }))
}

/** Returns the doctor with this address-bar name, if any. */
export async function findDoctorBySlug(db: Db, slug: string): Promise<ScheduledDoctor | undefined> {
  return /^[a-z0-9-]{1,100}$/.test(slug) ? findScheduledDoctor(db, { slug }) : undefined
}

/** Returns the doctor who signs in with this account, if any. */
export async function findDoctorOfUser(db: Db, userId: string): Promise<ScheduledDoctor | undefined> {
  return findScheduledDoctor(db, { userId })
}

/** Throws when there is no such doctor. */
export async function getScheduledDoctor(db: Db, id: string): Promise<ScheduledDoctor> {
  const doctor = await findScheduledDoctor(db, { id })
  if (!doctor) throw new Error(`there is no doctor ${id}`)
  return doctor
}

/** Returns all doctors with their hours, by name; of their time off what ends after an instant (ISO). */
export async function listScheduledDoctors(db: Db, { from }: { from: string }): Promise<ScheduledDoctor[]> {
  const include = { ...scheduled, timeOff: { where: { endsAt: { gt: new Date(from) } } } }
  const [clinic, holidays, rows] = await Promise.all([
    getClinic(db),
    listHolidayDays(db),
    db.doctor.findMany({ include, orderBy: byName }),
  ])
  return rows.map((row) => toScheduled(row, clinic, holidays))
}

/** Throws when there is no such doctor. */
export async function getDoctorById(db: Db, id: string): Promise<Doctor> {
  const [clinic, row] = await Promise.all([getClinic(db), db.doctor.findUniqueOrThrow({ where: { id } })])
  return toDoctor(row, clinic)
}

/** The columns know how names are ordered; who has the same stays in one order. */
const byName = [{ name: 'asc' as const }, { id: 'asc' as const }]
const visitTypes = { where: { isOffered: true }, orderBy: { position: 'asc' as const } }
const hours = { orderBy: [{ weekday: 'asc' as const }, { opens: 'asc' as const }] }

async function findScheduledDoctor(db: Db, where: { id: string } | { slug: string } | { userId: string }) {
  const [clinic, holidays, row] = await Promise.all([
    getClinic(db),
    listHolidayDays(db),
    db.doctor.findUnique({ where, include: scheduled }),
  ])
  return row ? toScheduled(row, clinic, holidays) : undefined
}

const scheduled = { visitTypes, hours, breaks: { orderBy: { begins: 'asc' as const } }, timeOff: true }

function listHolidayDays(db: Db) {
  return db.holiday.findMany({ select: { day: true } })
}

type ScheduledRow = Prisma.DoctorGetPayload<{ include: typeof scheduled }>

function toScheduled(
  row: ScheduledRow,
  clinic: { timeZone: string },
  holidays: readonly { day: Date }[],
): ScheduledDoctor {
  const schedule: DoctorSchedule = {
    doctorId: row.id,
    timeZone: clinic.timeZone,
    stepMinutes: row.stepMinutes,
    noticeMinutes: row.noticeMinutes,
    horizonDays: row.horizonDays,
    hours: row.hours.map(({ id: _, doctorId: __, fromDay, untilDay, ...one }) => ({
      ...one,
      fromDay: fromDay && isoDayOf(fromDay),
      untilDay: untilDay && isoDayOf(untilDay),
    })),
    breaks: row.breaks.map(({ weekday, begins, ends }) => ({ weekday, begins, ends })),
    timeOff: row.timeOff.map(({ startsAt, endsAt, word }) => ({
      word,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    holidays: holidays.map(({ day }) => isoDayOf(day)),
  }
  return { ...toDoctor(row, clinic), visitTypes: row.visitTypes.map(toVisitType), schedule }
}

type Row = Omit<Doctor, 'form' | 'language' | 'timeZone' | 'requestMail'> & {
  form: string
  language: string
  requestMail: string
}

function toDoctor(
  { id, slug, name, form, specialty, email, language, requestMail }: Row,
  { timeZone }: { timeZone: string },
): Doctor {
  const words = {
    form: form as Doctor['form'],
    language: language as Doctor['language'],
    requestMail: requestMail as RequestMail,
  }
  return { id, slug, name, specialty, email, timeZone, ...words }
}

type VisitTypeRow = VisitLength &
  Pick<VisitType, 'id' | 'autoConfirm'> &
  Record<'nameFr' | 'nameEn' | 'instructionsFr' | 'instructionsEn', string>

function toVisitType({ nameFr, nameEn, instructionsFr, instructionsEn, ...row }: VisitTypeRow): VisitType {
  const { id, minutes, beforeMinutes, afterMinutes, autoConfirm } = row
  const words = { name: { fr: nameFr, en: nameEn }, instructions: { fr: instructionsFr, en: instructionsEn } }
  return { id, minutes, beforeMinutes, afterMinutes, autoConfirm, ...words }
}
