import type { Access } from '@/lib/web/access'

/** Who may open a patient's page, with all below it, by the first part of its address. */
export const patientPages = {
  '/': { access: 'anyone' },
  '/doctors': { access: 'anyone' },
  '/book': { access: 'anyone' },
  /** Where the clinic is, and when it is open. */
  '/contact': { access: 'anyone' },
  '/legal': { access: 'anyone' },
  '/privacy': { access: 'anyone' },
  '/accessibility': { access: 'anyone' },
  '/sign-in': { access: 'anyone' },
  '/my-visits': { access: 'anyone' },
  '/v': { access: 'visit-link' },
  /** Where the links of older messages lead. */
  '/visits': { access: 'anyone' },
} as const satisfies Record<string, { access: Access }>
