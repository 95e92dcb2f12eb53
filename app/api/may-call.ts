import type { Access } from '@/lib/web/access'
import { type Admitted, admit, type Shown } from '@/lib/web/admit'
import { routes } from './access'

type Routes = typeof routes
type ForPeople = { [Address in keyof Routes]: Routes[Address] extends Access ? Address : never }[keyof Routes]

/** Lets in whoever may call this route, before anything else is done, and returns what is known of them. */
export async function mayCall<Address extends ForPeople>(
  route: Address,
  ...shown: Shown<Routes[Address]>
): Promise<Admitted<Routes[Address]>> {
  return admit(routes[route], ...shown)
}
