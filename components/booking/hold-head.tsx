import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { HoldAction } from '@/lib/web/form-answer'
import styles from './booking.module.css'
import { HoldClock } from './hold-clock'
import { HoldForm } from './hold-form'

export type HoldHeadProps = {
  /** Until when the hour is held (ISO instant); undefined when it does not. */
  until: string | undefined
  now: string
  /** What says which hour: doctor, type, slot and the request it is for. */
  sent: Record<string, string>
  hold: HoldAction
  proof: string
  /** The address of the hour's own page. */
  path: Route
}

/** Beside the hour: how long it is kept, and the way to keep it again. */
export function HoldHead({ until, now, sent, hold, proof, path }: HoldHeadProps) {
  const t = useTranslations('hold')
  return (
    <div className="row above-2">
      {until && <HoldClock until={until} now={now} />}
      <HoldForm action={hold} proof={proof} className={until ? styles.again : undefined}>
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="again" value="yes" />
        <button type="submit" className="button compact" formAction={path}>
          {t(until ? 'again' : 'keep')}
        </button>
      </HoldForm>
    </div>
  )
}
