import { type Admitted, admit, type Shown } from '@/lib/web/admit'
import { actions } from './access'

type Actions = typeof actions

/** Lets in whoever may press this, before anything else is done, and returns what is known of them. */
export async function mayPress<Name extends keyof Actions>(
  action: Name,
  ...shown: Shown<Actions[Name]>
): Promise<Admitted<Actions[Name]>> {
  return admit(actions[action], ...shown)
}
