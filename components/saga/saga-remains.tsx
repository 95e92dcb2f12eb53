import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/ui/phone-link'
import { useSagaWords } from '@/components/ui/saga-words'
import type { Saga } from '@/lib/domain/saga/saga'
import { type Remaining, remaining } from '@/lib/views/remaining'
import styles from './saga.module.css'

const looks = {
  none: { className: 'ok', Icon: CircleCheck },
  kept: { className: 'ok', Icon: CircleCheck },
  itself: { className: 'waiting', Icon: CircleDashed },
} as const
const person = { className: 'attention', Icon: TriangleAlert } as const

type SagaRemainsProps = {
  saga: Saga
  patient: { email: string | null; phone: string | null }
  /** Whom a message did not reach although it was sent. */
  unreached: readonly ('patient' | 'doctor')[]
  /** Where the patient's visit can be booked again; null when it stands. */
  bookAgain: Route | null
  /** What an operator can do. */
  children: ReactNode
}

/** What is left for a person to do, and what can be done about it; first on a phone. */
export function SagaRemains({ saga, patient, unreached, bookAgain, children }: SagaRemainsProps) {
  const t = useTranslations('saga')
  const left = remaining(saga, unreached)
  return (
    <section className="sheet padded aside" aria-labelledby="remains">
      <h2 id="remains">{t('remains')}</h2>
      <ul className={`${styles.remains} above-2`}>
        {left.map((item) => (
          <RemainingLine key={item.what + item.step} item={item} patient={patient} />
        ))}
      </ul>
      {bookAgain && (
        <p className="above-3">
          <Link prefetch={false} href={bookAgain}>
            {t('book_again')}
          </Link>
        </p>
      )}
      {children}
    </section>
  )
}

function RemainingLine({ item: { what, step }, patient }: { item: Remaining; patient: SagaRemainsProps['patient'] }) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const { className, Icon } = what in looks ? looks[what as 'none'] : person
  return (
    <li>
      <span className={`sign ${className}`}>
        <Icon className="icon" aria-hidden="true" />
      </span>
      <div>
        <p>{t(`remains_${what}`, { step: step ? words.step(step) : '' })}</p>
        {(what === 'tell_patient' || what === 'call_patient') && (
          <p className="small soft">
            {patient.phone ? <PhoneLink phone={patient.phone} /> : t('remains_no_phone')}
            {patient.email && ` · ${patient.email}`}
          </p>
        )}
      </div>
    </li>
  )
}
