import type { Access } from '@/lib/web/access'

/** Who may open the pages of a clinic that is not open yet, by the first part of their address. */
export const setUpPages = {
  '/setup': { access: 'set-up' },
  /** What everybody else sees meanwhile, in place of every other page. */
  '/not-open': { access: 'before-opening' },
} as const satisfies Record<string, { access: Access }>
