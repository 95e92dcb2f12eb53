import type { Merge, PatientEvent } from './events'
import type { PatientRecord } from './patient'

/** Returns a record after all of its events, oldest first. */
export function replay(events: readonly PatientEvent[]): PatientRecord {
  return events.reduce<PatientRecord>(evolve, { state: 'absent' })
}

function evolve(record: PatientRecord, event: PatientEvent): PatientRecord {
  if (event.type === 'PatientRegistered') {
    return { state: 'registered', id: event.data.patientId, into: [], took: [] }
  }
  if (record.state === 'absent') throw new Error(`${event.type} before PatientRegistered`)
  const { patientId: _, ...merge } = event.data
  const side = merge.rootId === record.id ? 'took' : 'into'
  const others = record[side].filter(({ mergeId }) => mergeId !== merge.mergeId)
  return { ...record, [side]: event.type === 'PatientsMerged' ? ([...others, merge] satisfies Merge[]) : others }
}
