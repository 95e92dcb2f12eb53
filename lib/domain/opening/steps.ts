/** What is set up before a clinic opens, in order. */
export const setUpSteps = ['clinic', 'you', 'doctor', 'hours', 'mail', 'open'] as const

export type SetUpStep = (typeof setUpSteps)[number]

/** Whether each of them is done; the last one ends it all. */
export type SetUpDone = Record<Exclude<SetUpStep, 'open'>, boolean>

/** Returns the first step that is not done. */
export function nextStep(done: SetUpDone): SetUpStep {
  return setUpSteps.find((step) => step === 'open' || !done[step]) ?? 'open'
}

/**
 * Returns the step to be shown: the one that was asked for, as far as all before it are done, but for the mail, which may
 * wait; else the next.
 */
export function shownStep(asked: string | undefined, done: SetUpDone): SetUpStep {
  const step = setUpSteps.find((known) => known === asked)
  if (!step) return nextStep(done)
  const before = setUpSteps.slice(0, setUpSteps.indexOf(step)) as (keyof SetUpDone)[]
  return before.every((earlier) => earlier === 'mail' || done[earlier]) ? step : nextStep(done)
}

/** Returns whether the clinic may open: everything is set up, the mail aside. */
export function mayOpen(done: SetUpDone): boolean {
  return shownStep('open', done) === 'open'
}
