import { Navigation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { mapUrlOf } from '@/lib/domain/address'

/** The way to the clinic, on somebody else's map: it hears of nobody before the press, and not where they came from. */
export function Directions({ address }: { address: string }) {
  const t = useTranslations('visit_page')
  return (
    <a className="button" href={mapUrlOf(address)} rel="noopener noreferrer">
      <Navigation className="icon" aria-hidden="true" />
      {t('directions')}
    </a>
  )
}
