import { receive } from './consequences'
import type { Core } from './core'
import { runsOf, wholeEvent } from './new-run'
import type { Event, IncomingEvent } from './run'
import { inTransaction } from './transaction'

/**
 * Takes events in, in one transaction, and starts a run of every function one of them triggers. An id that was seen in
 * the last day does nothing. Answers with the events' ids.
 */
export async function ingest(core: Core, given: readonly IncomingEvent[], seed: string | undefined): Promise<string[]> {
  const now = new Date()
  const events = given.map((event, index) => wholeEvent(event, seed && `${seed}#${index}`, now))
  if (events.some(({ name }) => core.registry.concerns(name))) {
    await inTransaction(core.pool, (client) => receive(core, client, events))
    core.visits.look()
  } else {
    await startAtOnce(core, events, now)
  }
  return events.map(({ id }) => id)
}

/** What only starts runs is one statement, and the first call of a run follows it without a look at the table. */
async function startAtOnce(core: Core, events: readonly Event[], now: Date): Promise<void> {
  const { journal, registry, visits } = core
  const offers = events.flatMap((event) => runsOf(registry, event, now)).map((run) => visits.offer(run))
  const runs = offers.map(({ run }) => run)
  const started = await journal.start({ events, runs }).catch((error) => {
    for (const { visit } of offers) if (visit) visits.putDown(visit)
    throw error
  })
  for (const { run, visit } of offers) {
    if (visit && started.has(run.id)) visits.carry(visit)
    else if (visit) visits.putDown(visit)
  }
  if (offers.some(({ visit }) => !visit)) visits.look()
}
