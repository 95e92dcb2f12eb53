import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { FormAnswer } from '@/lib/web/form-answer'

type ChooseCalendarProps = { answer: FormAnswer; send: (form: FormData) => void }

/** Several calendars were found: which one is it? What was typed before comes along, sealed. */
export function ChooseCalendar({ answer, send }: ChooseCalendarProps) {
  const t = useTranslations('own_calendar')
  const refusalOf = useRefusalOf(answer)
  const { sealed, found = '[]', calendar } = answer.values
  const calendars: { url: string; name: string }[] = JSON.parse(found)
  return (
    <>
      <form action={send} className="fields tight" noValidate>
        <FaultNote reference={answer.fault} />
        <input type="hidden" name="sealed" value={sealed} />
        <ChoiceField
          name="calendar"
          label={t('which')}
          options={calendars.map(({ url, name }) => ({ value: url, label: name }))}
          defaultValue={calendar}
          refusal={refusalOf('calendar') ?? refusalOf('password')}
        />
        <div className="row">
          <SubmitButton pending={t('choosing')}>{t('choose')}</SubmitButton>
        </div>
      </form>
      <p className="small">
        <a href="/own-calendar">{t('again')}</a>
      </p>
    </>
  )
}
