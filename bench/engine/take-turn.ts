import { type Costs, spent } from './costs'
import type { PeerPlan } from './peers'
import type { Stage } from './stage'
import type { Work } from './task'

/** Work, and what it cost. */
export type Measured = Work & { costs: Costs }

/** What a peer did in one round. */
export type Turn = {
  alone: Measured
  few: Measured
  many: Measured
  /** All transactions of the turn a workflow, those that only read too. */
  transactions: number
}

export const [few, many] = [16, 64]
/** Compilers that compile what is hot need a while; a server runs for days. */
const warmUpSeconds = 6

/**
 * Starts a peer, warms it up, measures it with one workflow at a time, then with few and many in flight, and ends it.
 */
export async function takeTurn(stage: Stage, plan: PeerPlan, prefix: string, seconds: number): Promise<Turn> {
  const peer = await stage.launch(plan)
  try {
    await peer.ready
    const before = await stage.countTransactions(plan)
    const work = (name: string, inFlight: number, forSeconds: number) =>
      peer.perform({ do: 'work', prefix: `${prefix}-${name}`, seconds: forSeconds, inFlight })
    const measure = async (name: string, inFlight: number): Promise<Measured> => {
      await stage.checkpoint()
      const begin = await stage.costsOf(peer)
      const done = await work(name, inFlight, seconds)
      return { ...done, costs: spent(begin, await stage.costsOf(peer)) }
    }
    const warmUp = await work('warm', few, warmUpSeconds)
    const turn = { alone: await measure('alone', 1), few: await measure('few', few), many: await measure('many', many) }
    await peer.stop()
    await stage.untilLeft(plan)
    const all: Work[] = [warmUp, ...Object.values(turn)]
    const count = all.reduce((total, load) => total + load.count, 0)
    const transactions = (await stage.countTransactions(plan)) - before
    return { ...turn, transactions: transactions / count }
  } finally {
    await peer.stop()
  }
}
