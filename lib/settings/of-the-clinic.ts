import { z } from 'zod'

/** What everything secret is derived from. */
export const secret = z.string().min(32, 'CARNET_SECRET must be at least 32 characters: try `openssl rand -base64 33`')

/** The name of a header. */
export const sourceHeader = z
  .string()
  .regex(/^[\w-]+$/, 'SOURCE_HEADER must be the name of a header such as x-forwarded-for')
  .optional()

/** A key of 256 bits. */
export const actionKey = z
  .string()
  .refine((text) => /^[\w+/]{43}=$/.test(text), 'must be 32 bytes in base64: try `openssl rand -base64 32`')

/** Whether a clinic is one to try. */
export const demo = z.enum(['on', 'off'], { error: 'CARNET_DEMO must be on or off' })

/** An address of this machine. */
export const host = z.union([z.ipv4(), z.ipv6()], {
  error: 'HOST must be an IP address such as 127.0.0.1 or 0.0.0.0',
})

/** Why a clinic that other machines reach is not started as the demo without a word. */
export const openToOthers =
  'must be said where other machines reach this one: off for a clinic of your own, or on for the demo, whose inbox and passwords are open to all'

/** Returns whether an address of this machine is one that no other machine reaches. */
export function isLoopback(host: string): boolean {
  return host.startsWith('127.') || host === '::1'
}
