/** Returns how many of a list are shown where there is room for so many: one more too, since to say so takes as much room. */
export function roomFor(count: number, room: number): number {
  return count === room + 1 ? count : Math.min(count, room)
}
