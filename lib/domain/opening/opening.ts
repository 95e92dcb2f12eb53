import { hourMs } from '@/lib/domain/time'
import type { SetUpDone } from './steps'

/** How long a printed link is good for, and the browser that has used it, in milliseconds. */
export const linkMs = hourMs
export const browserMs = 24 * hourMs

/** What has been set up so far, and what follows; the next that is missing is the step one is at. */
export type Opening = {
  clinic: { name: string; address: string; phone: string; timeZone: string; language: 'fr' | 'en' } | null
  admin: { name: string; email: string } | null
  doctor: {
    id: string
    name: string
    form: 'Dre' | 'Dr'
    specialty: string
    email: string
    language: 'fr' | 'en'
  } | null
  hasHours: boolean
  mailTriedAt: string | null
}

/** How somebody comes in while the clinic is set up: by the printed link, or on the browser that used it. */
export type SetUpKey = 'link' | 'browser'

/** Returns which steps of setting a clinic up are done. */
export function doneOf({ clinic, admin, doctor, hasHours, mailTriedAt }: Opening): SetUpDone {
  return {
    clinic: clinic !== null,
    you: admin !== null,
    doctor: doctor !== null,
    hours: hasHours,
    mail: mailTriedAt !== null,
  }
}
