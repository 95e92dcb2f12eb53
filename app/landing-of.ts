import type { Route } from 'next'
import { deskPages } from '@/app/(desk)/pages'
import type { Role } from '@/lib/domain/people/role'
import { isOpenTo } from '@/lib/web/access'
import { ownPath } from '@/lib/web/return-address'

/** Returns where somebody goes who has signed in: back to the desk's page they came from, or to that of their work. */
export function landingOf(role: Role, back: unknown): Route {
  const path = ownPath(back)
  const page = Object.entries(deskPages).find(([href]) => path !== undefined && isBelow(path, href))
  if (path !== undefined && page && isOpenTo(page[1].access, role)) return path as Route
  return role === 'doctor' ? '/calendar' : '/day'
}

function isBelow(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)
}
