type Found = {
  /** How each picture that differs does, by its name without `.png`. */
  differences: ReadonlyMap<string, string>
  /** Why a difference is meant, by a picture's name; a star stands for whatever follows. */
  accepted: Record<string, string>
  compared: number
}

/** Prints every difference, with the reason where it was accepted, and returns whether all of them were. */
export function sayDifferences({ differences, accepted, compared }: Found): boolean {
  const reasons = Object.entries(accepted)
  const reasonOf = (name: string) => reasons.find(([pattern]) => isNamed(name, pattern))
  const used = new Set<string>()
  let unexplained = 0
  for (const [name, difference] of differences) {
    const [pattern, reason] = reasonOf(name) ?? []
    if (pattern) used.add(pattern)
    else unexplained += 1
    console.log(`${reason ? '·' : '✗'} ${name}: ${difference}${reason ? `, accepted: ${reason}` : ''}`)
  }
  for (const [pattern] of reasons) if (!used.has(pattern)) console.log(`· ${pattern}: accepted, and does not differ`)
  console.log(`\n${compared} compared, ${differences.size} differ, ${unexplained} of them not accepted`)
  return unexplained === 0
}

function isNamed(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}
