import { getLocale, getTranslations } from 'next-intl/server'
import type { Found } from '@/lib/domain/find/find-care'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { VisitedDoctor } from '@/lib/queries/people/doctors'

type Asked = { specialty: string | undefined; typed: string | undefined; found: Found<VisitedDoctor> | undefined }

/** Returns what free hours are headed by: whose they are, or for what. */
export async function sayFound({ specialty, typed, found }: Asked): Promise<string> {
  const [t, ts, locale] = [await getTranslations('landing'), await getTranslations('specialty'), await getLocale()]
  const inSpecialty = (name: string) => t('next_in', { specialty: ts(name as 'general').toLocaleLowerCase(locale) })
  if (specialty) return inSpecialty(specialty)
  if (!typed || !found) return t('next')
  const { specialties, named, types, answers } = found
  const [one, another] = answers
  if (specialties.length === 1 && specialties[0]) return inSpecialty(specialties[0])
  if (one && !another && named.length === 1) return t('next_of', { what: doctorName(one.doctor, locale) })
  if (types.length === 1 && types[0] && named.length === 0)
    return t('next_of', { what: types[0].name[locale as 'fr' | 'en'] })
  return t('next_typed', { typed })
}
