import { useTranslations } from 'next-intl'
import { mapUrlOf } from '@/lib/domain/address'

/** Leads to a place on a map. Nothing is asked of the map's owner before it is pressed, nor told where one came from. */
export function MapLink({ address }: { address: string }) {
  const t = useTranslations('place')
  return (
    <a href={mapUrlOf(address)} rel="noopener noreferrer">
      {t('map')} <span className="visually-hidden">{t('map_owner')}</span>
    </a>
  )
}
