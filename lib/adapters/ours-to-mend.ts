/**
 * Whether a status says that we are set up wrongly, whatever is sent to whomever: a key that is not taken, an address
 * where there is nothing. No refusal of this message, so none is undone for it; all wait until somebody has put the
 * setting right.
 */
export function isOursToMend(status: number): boolean {
  return status === 401 || status === 403 || status === 404 || status === 405
}
