import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { FindPatients } from '@/components/find/find-patients'
import { DoubtfulAddress } from '@/components/form/doubtful-address'
import { Field } from '@/components/form/field'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { Birth } from '@/components/ui/birth'
import { Dot } from '@/components/ui/dot'
import { PhoneLink } from '@/components/ui/phone-link'
import { type FormAnswer, freshForm } from '@/lib/web/form-answer'
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
  const router = useRouter()
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
    <>
      <div className={`needs-script ${styles.find}`}>
        <FindPatients
          now={now}
          isFocused={answer === freshForm}
          onChoose={({ id }) => router.push(withThem(withoutPatient, id))}
        />
      </div>
      <p className="small strong above-3 below-2">{t('somebody_new')}</p>
      <div className={styles.people}>
        <Field {...typed('name')} label={t('name')} limit="personName" autoComplete="off" />
        <Field {...typed('phone')} label={t('phone')} aside={optional} type="tel" limit="phone" autoComplete="off" />
        <div>
          <Field
            {...typed('email')}
            label={t('email')}
            aside={optional}
            type="email"
            limit="email"
            autoComplete="off"
          />
          <DoubtfulAddress state={answer} field="email" />
        </div>
        <Field {...typed('birthDate')} label={t('birth')} aside={optional} type="date" autoComplete="off" />
      </div>
    </>
  )
}

/** Returns the address of the same page for somebody whom the clinic knows. */
function withThem(path: Route, patientId: string): Route {
  return `${path}${path.includes('?') ? '&' : '?'}patient=${patientId}` as Route
}
