/** The texts that a clinic answers for, by the address of their pages. */
export const clinicPages = ['legal', 'privacy', 'accessibility'] as const

export type ClinicPageName = (typeof clinicPages)[number]
