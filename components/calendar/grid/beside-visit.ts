type Box = { left: number; top: number; right: number; bottom: number; width: number; height: number }

const gap = 8

/**
 * Returns where on the page something of this size stands beside a visit, in pixels: to its right or else to its left, and
 * under one that is as wide as the page, near to where it was pressed.
 */
export function besideVisit(visit: Box, { width, height }: Pick<Box, 'width' | 'height'>, pressedX: number) {
  const { innerWidth, innerHeight, scrollX, scrollY } = window
  const within = (value: number, size: number, room: number) => Math.max(gap, Math.min(value, room - size - gap))
  const isWide = visit.width > 2 * width
  const right = visit.right + gap
  const beside = right + width + gap <= innerWidth ? right : visit.left - gap - width
  const left = isWide ? (pressedX || visit.left + gap) - width / 2 : beside
  const below = visit.bottom + gap + height <= innerHeight ? visit.bottom + gap : visit.top - gap - height
  const top = isWide ? below : visit.top
  return { left: within(left, width, innerWidth) + scrollX, top: within(top, height, innerHeight) + scrollY }
}
