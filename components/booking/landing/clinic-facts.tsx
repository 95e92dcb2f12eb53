import { useTranslations } from 'next-intl'
import { FactList } from '@/components/ui/place/fact-list'
import { type Place, PlaceFacts } from '@/components/ui/place/place-facts'
import styles from './landing.module.css'

/** Where the clinic is and how one gets there, when it is open, how it is called and how one pays. */
export function ClinicFacts({ place }: { place: Place }) {
  const t = useTranslations('landing')
  return (
    <section className={styles.facts} aria-label={t('clinic')}>
      <FactList>
        <PlaceFacts place={place} />
      </FactList>
    </section>
  )
}
