import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HourButton } from '@/components/form/hour-button'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Time } from '@/components/ui/time'
import { nearestOf, type ToldRefusal } from '@/lib/refusals'
import { bookPath } from '@/lib/views/book-path'
import type { HoldAction } from '@/lib/web/form-answer'
import { HoldForm } from './hold-form'

type RefusedHourProps = {
  refusal: ToldRefusal
  /** Of whom, for what and for which request an hour can be chosen instead. */
  sent: { doctor: string; type?: string; request?: string }
  hold: HoldAction
  proof: string
  /** Where all hours are. */
  all: Route
}

/** The page of an hour that cannot be had: why, and which can, each kept at a press. */
export function RefusedHour({ refusal, sent, hold, proof, all }: RefusedHourProps) {
  const t = useTranslations()
  const say = useRefusalWords()
  return (
    <div className="narrow above-6 below-6" role="status">
      <h1>{t('book.gone')}</h1>
      <p className="soft above-3 below-3">{say(refusal)}</p>
      <HoldForm action={hold} proof={proof} className="nearest-hours">
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {nearestOf(refusal).map(({ startsAt }) => (
          <HourButton
            key={startsAt}
            className="button wide"
            name="slot"
            value={startsAt}
            formAction={bookPath(sent.doctor, { startsAt }, sent)}
          >
            <span className="strong sentence">
              <Time at={startsAt} form="dayAndClock" />
            </span>
          </HourButton>
        ))}
      </HoldForm>
      <p className="above-4 below-4">
        <Link href={all}>{t('status.see_all')}</Link>
      </p>
    </div>
  )
}
