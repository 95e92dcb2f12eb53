/** Returns the ISO day of a column of type `date`, which arrives as its midnight in UTC. */
export function isoDayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
