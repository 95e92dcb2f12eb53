/**
 * Returns the number of what a calendar is told (RFC 5545 SEQUENCE), by the version of the event that it tells of: a
 * calendar keeps the write with the highest, and each event has two, its doing and its undoing.
 */
export function sequenceOf(version: number, isUndo = false): number {
  return version * 2 + (isUndo ? 1 : 0)
}

/** Returns the version of the event that a write with this number tells of. */
export function versionOf(sequence: number): number {
  return Math.floor(sequence / 2)
}
