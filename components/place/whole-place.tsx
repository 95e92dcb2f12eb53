import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmergencyNumbers } from '@/components/ui/place/emergency-numbers'
import { FactList } from '@/components/ui/place/fact-list'
import { type Place, PlaceFacts } from '@/components/ui/place/place-facts'

type WholePlaceProps = { place: Place & { emergencyNumbers: readonly string[] } }

/** All that one looks up before coming for the first time. */
export function WholePlace({ place }: WholePlaceProps) {
  const t = useTranslations('place')
  return (
    <div className="narrow above-5 stack gap-4">
      <div>
        <h1>{place.name}</h1>
        <p className="soft above-1">{t('title')}</p>
      </div>
      <section className="sheet padded stack gap-5" aria-label={t('title')}>
        <FactList>
          <PlaceFacts place={place} isWhole />
        </FactList>
        <EmergencyNumbers numbers={place.emergencyNumbers} />
      </section>
      <p>
        <Link className="button pen" href="/">
          {t('by_appointment')}
        </Link>
      </p>
    </div>
  )
}
