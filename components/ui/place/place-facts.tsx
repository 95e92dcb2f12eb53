import { Accessibility, Clock, Euro, type LucideIcon, MapPin, Phone, TrainFront } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Prose } from '@/components/ui/words/prose'
import type { ClinicHours } from '@/lib/domain/schedule/clinic-hours'
import { PhoneLink } from '../phone-link'
import { Address } from './address'
import { Fact } from './fact-list'
import { MapLink } from './map-link'
import { OpeningHours } from './opening-hours'

type Words = { fr: string; en: string }

export type Place = {
  name: string
  address: string
  phone: string
  hours: readonly ClinicHours[]
  directions: Words
  access: Words
  payment: Words
}

type PlaceFactsProps = {
  place: Place
  /** On a page of their own they have headings, and closed days are named. */
  isWhole?: boolean
}

/** Where the clinic is, how one gets there and in, when it answers, how one pays: entries of a list of facts. */
export function PlaceFacts({ place, isWhole = false }: PlaceFactsProps) {
  const locale = useLocale()
  const t = useTranslations('place')
  const fact = (icon: LucideIcon, name: 'address' | 'hours' | 'phone' | keyof typeof texts, children: ReactNode) => (
    <Fact key={name} icon={icon}>
      {isWhole ? <h2>{t(name)}</h2> : <span className="visually-hidden">{t(name)}</span>}
      {children}
    </Fact>
  )
  const texts = { directions: TrainFront, access: Accessibility, payment: Euro }
  const text = (name: keyof typeof texts) =>
    place[name][locale] && fact(texts[name], name, <Prose text={place[name][locale]} as="h3" />)
  return (
    <>
      {fact(
        MapPin,
        'address',
        <>
          <p>
            <Address address={place.address} />
          </p>
          <MapLink address={place.address} />
        </>,
      )}
      {text('directions')}
      {text('access')}
      {place.hours.length > 0 && fact(Clock, 'hours', <OpeningHours hours={place.hours} hasClosed={isWhole} />)}
      {fact(Phone, 'phone', <PhoneLink phone={place.phone} />)}
      {text('payment')}
    </>
  )
}
