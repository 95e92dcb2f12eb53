import { appointmentStream } from './appointment-stream'
import { patientStream } from './patient-stream'
import type { DomainEvent, EventOf, Recorded, StreamKind } from './recorded'
import { runStream } from './run-stream'
import { sagaStream } from './saga-stream'
import type { StreamKindEntry } from './stream-kind'

/** Every kind of stream there is. What the store does with an event, it looks up here. */
export const streamKinds: { [Kind in StreamKind]: StreamKindEntry<EventOf[Kind]> } = {
  appointment: appointmentStream,
  patient: patientStream,
  run: runStream,
  saga: sagaStream,
}

const kinds = Object.keys(streamKinds) as StreamKind[]

/** The types of every event that goes onto the event stream. */
export const streamedTypes = kinds
  .filter((kind) => streamKinds[kind].isStreamed)
  .flatMap((kind) => Object.keys(streamKinds[kind].types)) as DomainEvent['type'][]

/** Returns the kind of stream in which events of this type stand. Throws for a type that none knows. */
export function kindOf(type: DomainEvent['type']): StreamKind {
  const kind = kinds.find((known) => type in streamKinds[known].types)
  if (!kind) throw new Error(`no kind of stream has events of type ${type}`)
  return kind
}

/** Returns what the store knows of the stream in which this event stands. Throws for a type that none knows. */
export function entryOf({ event }: Recorded): StreamKindEntry<DomainEvent> {
  return streamKinds[kindOf(event.type)] as StreamKindEntry<DomainEvent>
}

/** Whether an event belongs to an appointment's stream. */
export const isOfAppointment = isOf('appointment')

/** Whether an event belongs to a patient's stream. */
export const isOfPatient = isOf('patient')

/** Whether an event belongs to a run's stream. */
export const isOfRun = isOf('run')

/** Whether an event belongs to a saga's stream. */
export const isOfSaga = isOf('saga')

function isOf<Kind extends StreamKind>(kind: Kind) {
  return (recorded: Recorded): recorded is Recorded<EventOf[Kind]> => recorded.event.type in streamKinds[kind].types
}
