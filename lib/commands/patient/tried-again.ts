const maxTries = 10

/**
 * Returns what an attempt comes to; undefined is that somebody recorded in between, and it reads and decides again.
 * Throws when that happens ten times.
 */
export async function triedAgain<Answer>(attempt: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let tries = 0; tries < maxTries; tries++) {
    const answer = await attempt()
    if (answer !== undefined) return answer
  }
  throw new Error(`a patient's record was changed ${maxTries} times while one change was tried`)
}
