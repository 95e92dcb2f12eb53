import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'

/** Without those that are read for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Returns a fresh password, to be shown once, and what is kept of it. Four groups of five: 99 bits. */
export async function makePassword(): Promise<{ password: string; hash: string }> {
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('')
  const password = [group(), group(), group(), group()].join('-')
  return { password, hash: await hashPassword(password) }
}

/** Returns what is kept of a password that somebody chose. */
export async function hashedPassword(password: string): Promise<string> {
  return hashPassword(password)
}
