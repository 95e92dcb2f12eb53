import type { Role, Roles } from '@/lib/domain/people/role'
import { env } from '@/lib/settings/env'

/** Who gets in at a page, an action or a route. */
export type Access = Plain | { readonly inDemo: Plain; readonly otherwise: Plain }

type Plain =
  | 'anyone'
  | 'nobody'
  /** Whoever holds the link of one visit. */
  | 'visit-link'
  /** Whoever knows the address of a doctor's feed. */
  | 'feed-link'
  /** Whoever sets up a clinic that is not open yet, by the link that was printed at the start. */
  | 'set-up'
  /** Anybody, until the clinic is open. */
  | 'before-opening'
  | Roles

/** Returns what holds in this clinic, with the demo or without it. */
export function inThisClinic(access: Access): Plain {
  if (typeof access === 'string' || !('inDemo' in access)) return access
  return env().CARNET_DEMO === 'on' ? access.inDemo : access.otherwise
}

/**
 * Returns whether somebody with this role gets in by who they are; nobody has signed in when there is none. A link is
 * not asked for.
 */
export function isOpenTo(access: Access, role: Role | undefined): boolean {
  const here = inThisClinic(access)
  if (typeof here === 'string') return here === 'anyone'
  return role !== undefined && role in here
}
