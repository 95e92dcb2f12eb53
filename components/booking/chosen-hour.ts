/** The hour that was last chosen on this tab (ISO instant): its form is where one goes on. */
let chosen: string | undefined

/** An hour is chosen, and its page will follow. */
export function chooseHour(startsAt: string): void {
  chosen = startsAt
}

/** Returns whether it was by a choice that one came to this hour's page, and not by its address. */
export function isChosenHour(startsAt: string): boolean {
  return chosen === startsAt
}
