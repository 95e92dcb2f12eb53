import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HourButton } from '@/components/form/hour-button'
import { Dot } from '@/components/ui/dot'
import { bookPath } from '@/lib/views/book-path'
import type { HoldAction } from '@/lib/web/form-answer'
import styles from './booking.module.css'
import { HoldForm } from './hold-form'

/** What one can come for: its minutes, and whether it can begin at the chosen hour. */
export type Reason = { id: string; name: string; minutes: number; fits: boolean }

type ReasonChoiceProps = {
  reasons: readonly Reason[]
  chosen: string
  /** What says which hour, and for which request it is kept. */
  sent: { doctor: string; slot: string; request: string }
  /** The day of the hour (ISO day): where one looks for another, if what one comes for takes longer. */
  day: string
  hold: HoldAction
  proof: string
}

/** What one comes for and how long it takes; at a press another, for which the same hour is kept. */
export function ReasonChoice({ reasons, chosen, sent, day, hold, proof }: ReasonChoiceProps) {
  const t = useTranslations('book')
  const now = reasons.find(({ id }) => id === chosen)
  if (!now) return null
  const words = ({ name, minutes }: Reason) => (
    <span>
      <b>{name}</b>
      <Dot />
      {t('minutes', { minutes })}
    </span>
  )
  if (reasons.length === 1) return <p className="soft">{words(now)}</p>
  return (
    <details className={styles.reason}>
      <summary>
        {words(now)} <span className={styles.change}>{t('change_reason')}</span>
      </summary>
      <HoldForm action={hold} proof={proof} className="stack gap-2 above-2">
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {reasons
          .filter(({ id }) => id !== chosen)
          .map((reason) =>
            reason.fits ? (
              <HourButton
                key={reason.id}
                className={`button ${styles.other}`}
                name="type"
                value={reason.id}
                formAction={bookPath(sent.doctor, { startsAt: sent.slot }, { type: reason.id, request: sent.request })}
              >
                {words(reason)}
              </HourButton>
            ) : (
              <Link
                prefetch={false}
                key={reason.id}
                className={`button ${styles.other}`}
                href={`/doctors/${sent.doctor}?${new URLSearchParams({ type: reason.id, day })}` as Route}
              >
                {words(reason)} <span className="small mute">{t('other_time')}</span>
              </Link>
            ),
          )}
      </HoldForm>
    </details>
  )
}
