import type { Db } from '@/lib/db/client'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import { type Standing, standingOf } from '@/lib/domain/appointment/standing'
import { getPatientFile, listPatientFiles, type PatientFile } from './patient-files'

/** A visit on somebody's card. Instants are ISO strings. */
export type CardVisit = {
  id: string
  startsAt: string
  endsAt: string
  standing: Standing
  doctor: { id: string; name: string; form: 'Dre' | 'Dr' }
  visitType: { fr: string; en: string } | null
}

/** Another record of the same person, and the merge that made it one. */
export type CardAlias = { id: string; name: string; createdAt: string; mergeId: string }

export type PatientCard = {
  /** Of the record the person is known as. */
  file: PatientFile
  /** The merges into it that stand, the latest first, each with the record that was merged. */
  aliases: CardAlias[]
  /** Of all their records: those to come, the soonest first; those that were, the latest first, a hundred at most. */
  coming: CardVisit[]
  past: CardVisit[]
}

const most = 100

/** Returns as whom a record is known; undefined when there is no such record. */
export async function findRootOf(db: Db, patientId: string): Promise<string | undefined> {
  return (await db.patientRoot.findUnique({ where: { patientId } }))?.rootId
}

/** Whether somebody, by the id they are known as, has had a visit with this doctor, or asked for one. */
export async function isPatientOf(db: Db, rootId: string, doctorId: string): Promise<boolean> {
  const ids = await recordsOf(db, rootId)
  return (
    (await db.appointment.findFirst({ where: { doctorId, patientId: { in: ids } }, select: { id: true } })) !== null
  )
}

/** Returns somebody's card, by the id they are known as. `now` is an ISO instant. */
export async function getPatientCard(db: Db, rootId: string, now: string): Promise<PatientCard> {
  const where = { patientId: { in: await recordsOf(db, rootId) } }
  const at = new Date(now)
  const [file, aliases, doctors, types, coming, past] = await Promise.all([
    getPatientFile(db, rootId),
    listAliases(db, rootId),
    db.doctor.findMany({ select: { id: true, name: true, form: true } }),
    db.visitType.findMany(),
    db.appointment.findMany({ where: { ...where, endsAt: { gt: at } }, orderBy: { startsAt: 'asc' }, take: most }),
    db.appointment.findMany({ where: { ...where, endsAt: { lte: at } }, orderBy: { startsAt: 'desc' }, take: most }),
  ])
  const shown = (row: (typeof coming)[number]): CardVisit[] => {
    const doctor = doctors.find(({ id }) => id === row.doctorId)
    const type = types.find(({ id }) => id === row.visitTypeId)
    if (!doctor) return []
    return [
      {
        id: row.id,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        standing: standing(row),
        doctor: { id: doctor.id, name: doctor.name, form: doctor.form as 'Dre' | 'Dr' },
        visitType: type ? { fr: type.nameFr, en: type.nameEn } : null,
      },
    ]
  }
  return { file, aliases, coming: coming.flatMap(shown), past: past.flatMap(shown) }
}

async function recordsOf(db: Db, rootId: string): Promise<string[]> {
  return (await db.patientRoot.findMany({ where: { rootId } })).map(({ patientId }) => patientId)
}

type Row = Awaited<ReturnType<Db['appointment']['findFirstOrThrow']>>

/** A card says how a visit stands; whether its sagas are at work stands on its page. */
function standing({ status, endedBecause, arrivedAt, calledInAt, cancelledLate }: Row): Standing {
  return standingOf({
    status: status as 'requested' | 'confirmed' | 'ended',
    endedBecause: endedBecause as EndedBecause | null,
    hasArrived: arrivedAt !== null,
    isCalledIn: calledInAt !== null,
    cancelledLate,
    isAsking: false,
    isUndoing: false,
  })
}

async function listAliases(db: Db, rootId: string): Promise<CardAlias[]> {
  const rows = await db.$queryRaw<{ id: string; mergeId: string }[]>`
    select e.data->'members'->>0 as id, e.data->>'mergeId' as "mergeId" from event e
    where e.stream_id = ${rootId}::uuid and e.type = 'PatientsMerged' and e.data->>'rootId' = ${rootId} and not exists (
      select from event u where u.stream_id = e.stream_id and u.type = 'MergeUndone'
        and u.data->>'mergeId' = e.data->>'mergeId')
    order by e.version desc`
  const ids = rows.map(({ id }) => id)
  const files = await listPatientFiles(db, ids)
  return rows.flatMap(({ id, mergeId }) => {
    const file = files.find((known) => known.id === id)
    return file ? [{ id, mergeId, name: file.name, createdAt: file.createdAt }] : []
  })
}
