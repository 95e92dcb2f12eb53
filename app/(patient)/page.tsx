import { getLocale, getTranslations } from 'next-intl/server'
import { holdSlotAction } from '@/app/actions/hold-slot'
import { DoctorSearch } from '@/components/doctor-search'
import { OfferSheet } from '@/components/offer-sheet'
import { Promises } from '@/components/promises'
import { SlotsRefresh } from '@/components/slots-refresh'
import { SpecialtyFilter } from '@/components/specialty-filter'
import { findOffers } from './find-offers'

type Search = { searchParams: Promise<{ specialty?: string; name?: string; later?: string }> }

/** The first page: the next free hours of every doctor, of one specialty, or of the doctors by a name. */
export default async function LandingPage({ searchParams }: Search) {
  const asked = await searchParams
  const now = new Date().toISOString()
  const [t, locale] = await Promise.all([getTranslations('landing'), getLocale()])
  const { all, chosen, next, weeks, clinic, lapsesAt } = await findOffers({ ...asked, now, locale })
  return (
    <>
      <div className="herobox">
        <h1 className="hero">{t('title')}</h1>
        <p className="soft lead">{t('lead')}</p>
      </div>
      <div className="two landing">
        <div className="finder">
          <DoctorSearch name={asked.name} />
          <SpecialtyFilter offers={all} current={asked.specialty} />
        </div>
        <OfferSheet
          offers={chosen}
          next={next}
          asked={asked}
          weeks={weeks}
          now={now}
          phone={clinic.phone}
          hold={holdSlotAction}
        />
      </div>
      <Promises />
      <SlotsRefresh lapsesAt={lapsesAt} />
    </>
  )
}
