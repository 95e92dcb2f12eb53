import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Sex } from '@/lib/domain/patient/patient-facts'

type CardFactsProps = {
  file: {
    email: string | null
    phone: string | null
    language: 'fr' | 'en'
    birthName: string | null
    usedName: string | null
    firstNames: string | null
    sex: Sex | null
    birthPlace: string | null
    notes: string | null
  }
  /** Of how many visits that were to take place, how many were missed. */
  missed: { missed: number; all: number }
  /** The form that changes some of it, for whoever may. */
  children: ReactNode
}

/** How somebody is reached, who they are on paper, what to know of them, and how often they did not come. */
export function CardFacts({ file, missed, children }: CardFactsProps) {
  const t = useTranslations('patients')
  const tf = useTranslations('visit_facts')
  const td = useTranslations('doctor_visit')
  const fact = (name: string, value: ReactNode) =>
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  const { phone, email } = file
  return (
    <section className="sheet padded aside" aria-labelledby="known">
      <h2 id="known" className="visually-hidden">
        {t('known')}
      </h2>
      <dl className="facts">
        {fact(td('phone'), phone ? <PhoneLink phone={phone} /> : td('not_given'))}
        {fact(td('email'), email ? <a href={`mailto:${email}`}>{email}</a> : td('not_given'))}
        {fact(tf('language'), tf(file.language))}
        {fact(t('notes'), file.notes)}
        {fact(t('missed_title'), missed.all > 0 && t('missed_of', missed))}
        {fact(t('birth_name'), file.birthName)}
        {fact(t('used_name'), file.usedName)}
        {fact(t('first_names'), file.firstNames)}
        {fact(t('sex'), file.sex && t(`sex_${file.sex}`))}
        {fact(t('birth_place'), file.birthPlace)}
      </dl>
      {children}
    </section>
  )
}
