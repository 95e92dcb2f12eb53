import { deskPages } from '@/app/(desk)/pages'
import { patientPages } from '@/app/(patient)/pages'
import { setUpPages } from '@/app/(setup)/pages'
import { type Admitted, admit, type Shown } from '@/lib/web/admit'

const pages = { ...patientPages, ...setUpPages, ...deskPages }

type Pages = typeof pages
type AccessOf<Page extends keyof Pages> = Pages[Page]['access']

/**
 * Lets in whoever may open this page or one below it, and returns what is known of them; for others there is no such
 * page.
 */
export async function requirePage<Page extends keyof Pages>(
  page: Page,
  ...shown: Shown<AccessOf<Page>>
): Promise<Admitted<AccessOf<Page>>> {
  const { access }: { access: AccessOf<Page> } = pages[page]
  return admit(access, ...shown)
}
