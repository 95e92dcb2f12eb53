import { Euro, Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Fact, FactList } from '@/components/ui/place/fact-list'
import { type Place, PlaceFacts } from '@/components/ui/place/place-facts'
import { Prose } from '@/components/ui/words/prose'
import type { DoctorProfile } from '@/lib/domain/people/doctor-profile'
import { languageNames } from '@/lib/views/clinic/opening-words'
import styles from './doctor.module.css'

/** Who this doctor is, what one pays, in which languages one is understood, and where to come. */
export function DoctorAbout({ profile, place }: { profile: DoctorProfile; place: Place }) {
  const t = useTranslations('profile')
  const locale = useLocale()
  const { about, fees, languages } = profile
  return (
    <section className={styles.about} aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      {about[locale] && (
        <div className="soft">
          <Prose text={about[locale]} as="h3" />
        </div>
      )}
      <FactList>
        {fees[locale] && (
          <Fact icon={Euro}>
            <p className={styles.fees}>{fees[locale]}</p>
          </Fact>
        )}
        {languages.length > 0 && (
          <Fact icon={Languages}>{t('languages', { languages: languageNames(languages, locale) })}</Fact>
        )}
        <PlaceFacts place={fees[locale] ? { ...place, payment: { fr: '', en: '' } } : place} />
      </FactList>
    </section>
  )
}
