import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { Time } from './time'

type RefusedHourProps = {
  name: string
  nearest: readonly Pick<Slot, 'startsAt'>[]
  /** What is sent with an hour that is chosen instead. */
  sent: Record<string, string>
  hold: (form: FormData) => Promise<void>
  /** Where all hours are. */
  all: Route
}

/** The page of an hour that cannot be had: why, and which can, each kept at a press. */
export function RefusedHour({ name, nearest, sent, hold, all }: RefusedHourProps) {
  const t = useTranslations()
  const isTakenForGood = name === 'slot_taken' && nearest.length === 0
  return (
    <div className="narrow py-8" role="status">
      <h1>{t('book.gone')}</h1>
      <p className="soft py-3">{t(`refusal.${isTakenForGood ? 'slot_taken_none' : (name as 'slot_past')}`)}</p>
      <form action={hold} className="nearest">
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {nearest.map(({ startsAt }) => (
          <button type="submit" key={startsAt} className="btn wide" name="slot" value={startsAt}>
            <span className="strong first-letter:uppercase">
              <Time at={startsAt} form="dayAndClock" />
            </span>
          </button>
        ))}
      </form>
      <p className="py-4">
        <Link href={all}>{t('status.see_all')}</Link>
      </p>
    </div>
  )
}
