import { env } from '@/lib/settings/env'
import { routes } from './access'

type Routes = typeof routes
type ForMachines = {
  [Address in keyof Routes]: Routes[Address] extends { secret: string } ? Address : never
}[keyof Routes]

/**
 * Returns the secret that whoever calls this route must prove to know; undefined when there is none, and so no such
 * route.
 */
export function secretOf(route: ForMachines): string | undefined {
  return env()[routes[route].secret]
}
