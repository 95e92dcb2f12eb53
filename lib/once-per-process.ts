/**
 * Returns what this process has once under a name, made when it is first asked for. Next makes several copies of a
 * module, and a hot reload others: each would have its own.
 */
export function oncePerProcess<Kept>(name: string, make: () => Kept): Kept {
  const process = globalThis as unknown as Record<string, Kept | undefined>
  process[name] ??= make()
  return process[name]
}
