import { getTranslations } from 'next-intl/server'
import { OfferSheet } from '@/components/offer-sheet'
import { Promises } from '@/components/promises'
import { SpecialtyFilter } from '@/components/specialty-filter'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic'
import { listDoctors } from '@/lib/queries/doctors'
import { listOpenSlots } from '@/lib/queries/open-slots'

const days = 14

type Search = { searchParams: Promise<{ specialty?: string }> }

/** The first page: the next free hours of every doctor, or of one specialty. */
export default async function LandingPage({ searchParams }: Search) {
  const { specialty } = await searchParams
  const now = new Date().toISOString()
  const [t, clinic, doctors] = await Promise.all([getTranslations('landing'), getClinic(db()), listDoctors(db())])
  const slots = await listOpenSlots(db(), doctors, now, days)
  const offers = doctors.map((doctor) => ({ doctor, slots: slots.get(doctor.id) ?? [] }))
  const chosen = offers.filter(({ doctor }) => !specialty || doctor.specialty === specialty)
  return (
    <>
      <div className="herobox">
        <h1 className="hero">{t('title')}</h1>
        <p className="soft lead">{t('lead')}</p>
      </div>
      <div className="two landing">
        <SpecialtyFilter offers={offers} current={specialty} />
        <OfferSheet offers={chosen} now={now} phone={clinic.phone} />
      </div>
      <Promises />
    </>
  )
}
