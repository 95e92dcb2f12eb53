import { secondMs } from '@/lib/domain/time'
import { holdSteps, lastRowAt } from './insert-row'
import { ready, type Task, type Work } from './task'

/** A workflow engine, as far as the bench needs one. */
export type Peer = {
  /** Hands a workflow over and waits until it is recorded as complete. */
  run: (id: string) => Promise<void>
  /** Hands a workflow over for good, so that the engine finishes it even if everything is killed now. */
  give?: (id: string) => Promise<void>
}

/** Makes this process a peer of the bench: it does the tasks that come over the channel, and ends with the bench. */
export async function servePeer(open: () => Promise<Peer>): Promise<void> {
  process.once('disconnect', () => process.exit(1))
  // As in production: with them on, each stack an engine takes is looked up.
  process.setSourceMapsEnabled(false)
  const peer = await open()
  process.on('message', async (task: Task) => {
    process.send?.(task.do === 'work' ? await work(peer, task) : await give(peer, task))
  })
  process.send?.(ready)
}

async function work(peer: Peer, { prefix, seconds, inFlight }: Task & { do: 'work' }): Promise<Work> {
  const begin = performance.now()
  const toLastRow: number[] = []
  const toRecord: number[] = []
  const lane = async (_: unknown, number: number) => {
    for (let turn = 0; performance.now() - begin < seconds * secondMs; turn++) {
      const id = `${prefix}-${number}-${turn}`
      const givenAt = performance.now()
      await peer.run(id)
      toRecord.push(performance.now() - givenAt)
      toLastRow.push((lastRowAt.get(id) ?? Number.NaN) - givenAt)
      lastRowAt.delete(id)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  const elapsedMs = performance.now() - begin
  return { count: toRecord.length, elapsedMs, toLastRow, toRecord }
}

/** Nothing gets on before all are handed over, so that they are all in flight together. */
async function give(peer: Peer, { prefix, count }: Task & { do: 'give' }): Promise<Work> {
  const begin = performance.now()
  const letGo = holdSteps()
  await Promise.all(Array.from({ length: count }, (_, number) => peer.give?.(`${prefix}-${number}`)))
  letGo()
  return { count, elapsedMs: performance.now() - begin, toLastRow: [], toRecord: [] }
}
