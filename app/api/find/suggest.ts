import { getLocale, getTranslations } from 'next-intl/server'
import { db } from '@/lib/db/client'
import { findCare } from '@/lib/domain/find/find-care'
import type { Suggestion, Suggestions } from '@/lib/domain/find/suggestions'
import { doctorName, doctorShortName } from '@/lib/domain/people/doctor-name'
import { listDoctors, type VisitedDoctor } from '@/lib/queries/people/doctors'
import { listFirstSlots, usualVisit, type Wanted } from '@/lib/queries/visit/open-slots'

/** Of each kind so many are suggested: the list is read at a glance. */
const ofKind = 4
const daysAhead = 84

type Option = Omit<Suggestion, 'at'> & { of: readonly Wanted[] }

/** Returns what may be meant by a text, each with the next hour that is free for it: two questions of the database in all. */
export async function suggest(typed: string, now: string): Promise<Suggestions> {
  const [t, ts, locale, everybody] = await Promise.all([
    getTranslations('landing'),
    getTranslations('specialty'),
    getLocale() as Promise<'fr' | 'en'>,
    listDoctors(db()),
  ])
  const doctors = everybody.filter(({ visitTypes }) => visitTypes.length > 0)
  const found = findCare(typed, typed ? doctors : [])
  const usual = (doctor: VisitedDoctor): Wanted => ({ doctor, length: usualVisit(doctor) })
  const names = (of: readonly VisitedDoctor[]) =>
    [...new Set(of.map((doctor) => doctorShortName(doctor, locale)))].join(', ')
  const groups: { name: string; options: Option[] }[] = [
    {
      name: t('kind_doctors'),
      options: found.named.slice(0, ofKind).map((doctor) => ({
        href: `/doctors/${doctor.slug}`,
        title: doctorName(doctor, locale),
        detail: ts(doctor.specialty as 'general'),
        of: [usual(doctor)],
      })),
    },
    {
      name: t('kind_specialties'),
      options: found.specialties.slice(0, ofKind).map((specialty) => {
        const own = doctors.filter((doctor) => doctor.specialty === specialty)
        const title = ts(specialty as 'general')
        return { href: `/?${new URLSearchParams({ specialty })}`, title, detail: names(own), of: own.map(usual) }
      }),
    },
    {
      name: t('kind_types'),
      options: found.types.slice(0, ofKind).map(({ name, offered }) => {
        const [only, another] = offered
        const isOnly = only?.type && !another
        return {
          href: isOnly
            ? `/doctors/${only.doctor.slug}?type=${only.type?.id}`
            : `/?${new URLSearchParams({ q: name[locale] })}`,
          title: name[locale],
          detail: names(offered.map(({ doctor }) => doctor)),
          of: offered.map(({ doctor, type }) => ({ doctor, length: type ?? usualVisit(doctor) })),
        }
      }),
    },
  ].filter(({ options }) => options.length > 0)
  const options = groups.flatMap((group) => group.options)
  const wanted = options.flatMap(({ of }) => of)
  const first = await listFirstSlots(db(), wanted, { now, days: daysAhead })
  const soonest = ({ of }: Option) =>
    wanted.flatMap((one, index) => (of.includes(one) ? (first[index]?.startsAt ?? []) : [])).toSorted()[0]
  return {
    groups: groups.map(({ name, options }) => ({
      name,
      options: options.map(({ of, ...option }) => ({ ...option, at: soonest({ of, ...option }) })),
    })),
    said: t('suggested', { count: options.length }),
    now,
  }
}
