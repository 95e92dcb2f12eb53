import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DoubtfulAddress } from '@/components/form/doubtful-address'
import { Field } from '@/components/form/field'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { Birth } from '@/components/ui/birth'
import { Dot } from '@/components/ui/dot'
import { PhoneLink } from '@/components/ui/phone-link'
import type { FormAnswer } from '@/lib/web/form-answer'
import type { KnownPatient } from './book-for'
import styles from './book-for.module.css'

type WhoRowProps = {
  patient: KnownPatient | undefined
  answer: FormAnswer
  /** The same page for somebody else. */
  withoutPatient: Route
  /** ISO instant. */
  now: string
}

/** Who comes: somebody whom the clinic knows, or a new person’s name and how to reach them. */
export function WhoRow({ patient, answer, withoutPatient, now }: WhoRowProps) {
  const t = useTranslations('book_for')
  const refusalOf = useRefusalOf(answer)
  if (patient) {
    return (
      <div className="row">
        <input type="hidden" name="patient" value={patient.id} />
        <div className="grows">
          <p className="strong">{patient.name}</p>
          <p className="small soft">
            {patient.birthDate && <Birth date={patient.birthDate} on={now} />}
            {patient.birthDate && patient.phone && <Dot />}
            {patient.phone && <PhoneLink phone={patient.phone} />}
          </p>
        </div>
        <Link className="button bare" prefetch={false} href={withoutPatient}>
          {t('somebody_else')}
        </Link>
      </div>
    )
  }
  const typed = (name: string) => ({ name, defaultValue: answer.values[name], refusal: refusalOf(name) })
  const optional = t('optional')
  return (
    <div className={styles.people}>
      <Field {...typed('name')} label={t('name')} limit="personName" autoComplete="off" autoFocus />
      <Field {...typed('phone')} label={t('phone')} aside={optional} type="tel" limit="phone" autoComplete="off" />
      <div>
        <Field {...typed('email')} label={t('email')} aside={optional} type="email" limit="email" autoComplete="off" />
        <DoubtfulAddress state={answer} field="email" />
      </div>
      <Field {...typed('birthDate')} label={t('birth')} aside={optional} type="date" autoComplete="off" />
    </div>
  )
}
