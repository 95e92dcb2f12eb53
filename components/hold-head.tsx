import { useTranslations } from 'next-intl'
import { HoldClock } from './hold-clock'

export type HoldHeadProps = {
  /** Until when this browser holds the hour (ISO instant); undefined when it does not. */
  until: string | undefined
  now: string
  /** What says which hour: doctor, type, slot and the request it is for. */
  sent: Record<string, string>
  hold: (form: FormData) => Promise<void>
}

/** Beside the hour: how long it is kept, and the way to keep it again. */
export function HoldHead({ until, now, sent, hold }: HoldHeadProps) {
  const t = useTranslations('hold')
  return (
    <div className="row pt-2">
      {until && <HoldClock until={until} now={now} />}
      <form action={hold} className={until ? 'again' : undefined}>
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="again" value="yes" />
        <button type="submit" className="btn s">
          {t(until ? 'again' : 'keep')}
        </button>
      </form>
    </div>
  )
}
