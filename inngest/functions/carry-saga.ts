import { inngest } from '@/inngest/client'
import { appointmentEvent, sagaWoken } from '@/inngest/events'
import { type RunStep, runSaga } from '@/inngest/run-saga'
import { sagas } from '@/inngest/sagas/sagas'

/** Postgres owns the retries of a saga; Inngest giving up ends a run, and the sweep begins another. */
const retries = 20

/** One function for each type of saga, started by its event. */
export const carrySaga = Object.keys(sagas).map((type) =>
  inngest.createFunction(
    { id: type, triggers: [appointmentEvent(type.replace('-', '/'))], retries },
    async ({ event, step }) => runSaga(sagas, event.data, stepRunner(step)),
  ),
)

/** Carries on a saga that nobody was carrying, whatever its type. */
export const resumeSaga = inngest.createFunction(
  { id: 'resume-saga', triggers: [sagaWoken], retries },
  async ({ event, step }) => runSaga(sagas, event.data, stepRunner(step)),
)

function stepRunner(step: {
  run: (id: string, work: () => Promise<string | null>) => Promise<string | null>
}): RunStep {
  return (name, work) => step.run(name, work)
}
