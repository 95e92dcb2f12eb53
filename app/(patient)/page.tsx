import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { holdSlotAction } from '@/app/actions/anyone/hold-slot'
import { publicHead } from '@/app/public-head'
import { requirePage } from '@/app/require-page'
import { StructuredData } from '@/app/structured-data'
import { ClinicFacts } from '@/components/booking/landing/clinic-facts'
import finder from '@/components/booking/landing/find.module.css'
import { FindBox } from '@/components/booking/landing/find-box'
import styles from '@/components/booking/landing/landing.module.css'
import { NoneFound } from '@/components/booking/landing/none-found'
import { OfferSheet } from '@/components/booking/landing/offer-sheet'
import { SpecialtyFilter } from '@/components/booking/landing/specialty-filter'
import { LiveSlots } from '@/components/live/live-slots'
import { ZoneNote } from '@/components/ui/zone-note'
import { db } from '@/lib/db/client'
import { findCare } from '@/lib/domain/find/find-care'
import { nearestNames } from '@/lib/domain/find/nearest-names'
import { limits } from '@/lib/domain/limits'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'
import { listDoctors } from '@/lib/queries/people/doctors'
import { env } from '@/lib/settings/env'
import { atTheClinic } from '@/lib/views/at-the-clinic'
import { clinicValues } from '@/lib/views/clinic/clinic-values'
import { clinicData } from '@/lib/views/clinic/structured-data'
import { endsOf } from '@/lib/views/clock/zone'
import { soonestBySpecialty } from '@/lib/views/landing/soonest-by-specialty'
import { findOffers } from './find-offers'
import { sayFound } from './say-found'

type Search = { searchParams: Promise<{ specialty?: string; q?: string; from?: string }> }

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const [{ isAll, heading, title, clinic }, t] = await Promise.all([
    askedOf(await searchParams),
    getTranslations('head'),
  ])
  const description = t('home_description', clinicValues(clinic))
  return publicHead('/', { title: isAll ? title : heading, isWhole: isAll, description })
}

/** The first page: the next free hours of everybody, of one specialty, or of what answers to a text. */
export default async function LandingPage({ searchParams }: Search) {
  await requirePage('/')
  const asked = await searchParams
  const now = isoNow()
  const [{ doctors, clinic, specialty, typed, found, heading, title }, t, locale, profile] = await Promise.all([
    askedOf(asked),
    getTranslations('landing'),
    getLocale(),
    getClinicProfile(db()),
  ])
  const place = { ...clinic, ...profile }
  const wanted = { specialty, found, from: asked.from, now }
  const { days, onward, isFirst, soonest, lapsesAt } = await findOffers(doctors, wanted)
  const specialties = soonestBySpecialty(soonest)
  return (
    <>
      <div className={styles.heroBox}>
        <h1 className={styles.hero} data-is-long={clinic.name.length > 40 || undefined}>
          {title}
        </h1>
        <p className={`soft ${styles.lead}`}>
          {t('lead')} <ZoneNote of={endsOf(days.flatMap(({ offers }) => offers.flatMap(({ slots }) => slots)))} />
        </p>
      </div>
      <div className={styles.columns}>
        <div className={finder.finder}>
          <FindBox
            typed={typed ?? ''}
            limit={limits.search}
            words={{ label: t('search'), find: t('find'), submit: t('submit'), options: t('options') }}
          />
          <SpecialtyFilter
            specialties={specialties}
            current={specialty ?? (found?.specialties.length === 1 ? found.specialties[0] : undefined)}
            isAll={!specialty && !typed}
            now={now}
          />
        </div>
        {found && found.answers.length === 0 ? (
          <NoneFound
            typed={typed ?? ''}
            meant={nearestNames(typed ?? '', doctors)}
            specialties={specialties}
            phone={clinic.phone}
          />
        ) : (
          <OfferSheet
            days={days}
            onward={onward}
            isFirst={isFirst}
            heading={heading}
            guess={found?.isGuess ? typed : undefined}
            asked={{ ...(specialty && { specialty }), ...(typed && { q: typed }) }}
            now={now}
            phone={clinic.phone}
            hold={holdSlotAction}
            proof={newSecret()}
          />
        )}
        <ClinicFacts place={place} />
      </div>
      <LiveSlots lapsesAt={lapsesAt} />
      <StructuredData graph={[clinicData(place, { home: env().CARNET_URL, locale })]} />
    </>
  )
}

/** What an address asks for, and what heads its page: read once for the page and its title. */
const readAsked = cache(async (specialtyAsked: string | undefined, text: string) => {
  const [t, locale, clinic, everybody] = await Promise.all([
    getTranslations('landing'),
    getLocale(),
    getClinic(db()),
    listDoctors(db()),
  ])
  const doctors = everybody.filter(({ visitTypes }) => visitTypes.length > 0)
  const specialty = doctors.find((doctor) => doctor.specialty === specialtyAsked)?.specialty
  const typed = text || undefined
  const found = typed ? findCare(typed, doctors) : undefined
  const heading = await sayFound({ specialty, typed, found })
  const title = t('title', { at: atTheClinic(clinic.name, locale) })
  return { doctors, clinic, specialty, typed, found, heading, title, isAll: !specialty && !typed }
})

function askedOf({ specialty, q = '' }: Awaited<Search['searchParams']>) {
  return readAsked(specialty, String(q).slice(0, limits.search).trim())
}
