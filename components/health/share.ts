/** Returns how many of the requests that ended became a visit: the part, and of how many. None ended: no part. */
export function share(ended: { done: number; undone: number; attention: number } | undefined) {
  const { done, undone, attention } = ended ?? { done: 0, undone: 0, attention: 0 }
  const of = done + undone + attention
  return { part: of > 0 ? done / of : null, of }
}

/** `99.4 %`. What is not all is never rounded up to all. */
export function percent(part: number, locale: string): string {
  const hundredths = part === 1 ? 100 : Math.min(Math.round(part * 1000) / 10, 99.9)
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hundredths)} %`
}
