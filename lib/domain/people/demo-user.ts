/** What the ids of the demo's users begin with, and no other's. */
export const demoUserPrefix = 'demo-'

/** Returns whether an account is one of the demo's, whose password everybody knows. */
export function isDemoUser(userId: string): boolean {
  return userId.startsWith(demoUserPrefix)
}
