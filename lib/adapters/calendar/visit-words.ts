import type { CalendarEntry } from '@/lib/adapters/ports'
import type { Db } from '@/lib/db/client'
import { doctorWords } from '@/lib/ics/doctor-words'
import type { VisitWords } from '@/lib/ics/visit-object'
import { env } from '@/lib/settings/env'

type Row = { language: 'fr' | 'en'; clinic: string; address: string; fr: string | null; en: string | null }

/** Returns what a doctor's own calendar says of a visit, as the one they subscribe to does. Throws without a doctor. */
export async function visitWords(db: Db, { appointmentId, doctorId, status }: CalendarEntry): Promise<VisitWords> {
  const [row] = await db.$queryRaw<Row[]>`
    select d.language, c.name as clinic, c.address, t.name_fr as fr, t.name_en as en
    from doctor d join clinic c on c.id = 1
    left join appointment a on a.id = ${appointmentId}::uuid
    left join visit_type t on t.id = a.visit_type_id
    where d.id = ${doctorId}::uuid`
  if (!row) throw new Error('a calendar without its doctor')
  const { language, clinic: name, address, fr, en } = row
  const visitType = fr !== null && en !== null ? { fr, en } : null
  const state = status === 'confirmed' ? 'confirmed' : 'requested'
  const reader = { language, clinic: { name, address }, home: env().CARNET_URL }
  return doctorWords({ appointmentId, state, visitType }, reader)
}
