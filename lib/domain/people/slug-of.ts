/** A name as it stands in an address: `Hélène Vasseur-Roy` is `helene-vasseur-roy`. Empty when nothing of it can. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}

/** The slug, or the first of `slug-2`, `slug-3` … that nobody has. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 2, free = slug; ; free = `${slug}-${number++}`) if (!taken.includes(free)) return free
}
