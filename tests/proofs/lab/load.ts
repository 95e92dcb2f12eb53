import type { Visit, Visits } from './visits'

/** What the load has done: how often people acted, were refused by name, and met a clinic that was down. */
export type Counts = { acted: number; refused: number; down: number }

export type Load = { counts: Counts; stop: () => Promise<void> }

/** People who do things to visits, one after another, as fast as `everyMs` allows, until stopped. */
export function startLoad(visits: Visits, everyMs: number): Load {
  const counts: Counts = { acted: 0, refused: 0, down: 0 }
  const known: Visit[] = []
  let isStopped = false
  const working = work()
  return {
    counts,
    async stop() {
      isStopped = true
      await working
    },
  }

  async function work(): Promise<void> {
    while (!isStopped) {
      await act().then(
        () => counts.acted++,
        (error: Error) => (error.message.startsWith('refused') ? counts.refused++ : counts.down++),
      )
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  }

  async function act(): Promise<void> {
    const dice = Math.random()
    const visit = known[Math.floor(Math.random() * known.length)]
    if (!visit || dice < 0.4) return void known.push(await visits.book({ isAtOnce: dice < 0.1 }))
    if (dice < 0.65) return visits.confirm(visit)
    if (dice < 0.8) return visits.move(visit)
    if (dice < 0.86) return visits.correct(visit, dice < 0.83 ? 'mail' : 'sms')
    if (dice < 0.92) return visits.cancel(visit)
    if (dice < 0.96) return visits.decline(visit)
    return visits.remind(visit)
  }
}
