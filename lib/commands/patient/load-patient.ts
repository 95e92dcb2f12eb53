import type { Db } from '@/lib/db/client'
import { replay } from '@/lib/domain/patient/evolve'
import type { PatientRecord } from '@/lib/domain/patient/patient'
import { load } from '@/lib/event-store/load'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfPatient } from '@/lib/event-store/stream-kinds'

export type LoadedPatient = { record: PatientRecord; history: readonly Recorded[] }

/** Returns a patient's record as it stands, and the events it follows from; `absent` where there are none. */
export async function loadPatient(db: Db, id: string): Promise<LoadedPatient> {
  const history = await load(db, id)
  return { record: replay(history.filter(isOfPatient).map(({ event }) => event)), history }
}
