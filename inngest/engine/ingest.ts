import type { Core } from './core'
import { receive } from './runs/consequences'
import { runsOf, wholeEvent } from './runs/new-run'
import type { Event, IncomingEvent } from './runs/run'
import { inTransaction } from './transaction'

/**
 * Takes events in, in one transaction, and starts a run of every function one of them triggers. An id that was seen
 * in the last day does nothing. Returns the events' ids.
 */
export async function ingest(core: Core, given: readonly IncomingEvent[], seed: string | undefined): Promise<string[]> {
  const now = new Date()
  const events = given.map((event, index) => wholeEvent(event, seed && `${seed}#${index}`, now))
  if (events.some(({ name }) => core.registry.concerns(name))) {
    await inTransaction(core.pool, (client) => receive(core, client, events))
    core.jobs.look()
  } else {
    await startAtOnce(core, events, now)
  }
  return events.map(({ id }) => id)
}

/** What only starts runs is one statement, and the first call of a run follows it without a look at the table. */
async function startAtOnce(core: Core, events: readonly Event[], now: Date): Promise<void> {
  const { journal, registry, jobs } = core
  const offers = events.flatMap((event) => runsOf(registry, event, now)).map((run) => jobs.offer(run))
  const runs = offers.map(({ run }) => run)
  const started = await journal.start({ events, runs }).catch((error) => {
    for (const { leasedJob } of offers) if (leasedJob) jobs.putDown(leasedJob)
    throw error
  })
  for (const { run, leasedJob } of offers) {
    if (leasedJob && started.has(run.id)) jobs.carry(leasedJob)
    else if (leasedJob) jobs.putDown(leasedJob)
  }
  if (offers.some(({ leasedJob }) => !leasedJob)) jobs.look()
}
