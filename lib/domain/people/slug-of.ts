import { fold } from './fold'

const longest = 80

/**
 * Returns a name as it stands in an address: `Hélène Vasseur-Roy` is `helene-vasseur-roy`. Empty when none of its
 * letters can.
 */
export function slugOf(name: string): string {
  const plain = fold(name).replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, longest).replace(/^-|-$/g, '')
}

/** Returns the slug, or the first of `slug-2`, `slug-3` … that nobody has. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 2, free = slug; ; free = `${slug}-${number++}`) if (!taken.includes(free)) return free
}
