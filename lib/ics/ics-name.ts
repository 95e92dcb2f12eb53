import { slugOf } from '@/lib/domain/people/slug-of'
import { propertyOf } from './property-of'

/**
 * Returns the name of a calendar file, by what it says in its reader's language:
 * `rendez-vous-dre-helene-vasseur-pediatrie.ics`.
 */
export function icsName(ics: string): string {
  const summary = propertyOf(ics, 'SUMMARY')
    ?.slice(1)
    .replace(/\\[nN]/g, ' ')
  return `${slugOf(summary ?? '') || 'carnet'}.ics`
}
