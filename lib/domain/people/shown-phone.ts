/**
 * Returns a stored number as people read it out: a French one, overseas too, in its five pairs, as it is dialled in the
 * country; any other with its country.
 */
export function shownPhone(number: string): string {
  const national = /^\+(?:33|262|590|594|596)(\d{9})$/.exec(number)?.[1]
  return national ? `0${national}`.replace(/..(?=.)/g, '$& ') : number
}
