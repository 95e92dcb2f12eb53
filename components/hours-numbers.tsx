import { useTranslations } from 'next-intl'
import type { HoursDraft } from '@/lib/domain/schedule/hours-draft'
import { Field } from './field'

type HoursNumbersProps = { draft: HoursDraft; refusalOf: (field: string) => string | undefined }

/** How often a visit may begin, how late it may be booked, and how far ahead. */
export function HoursNumbers({ draft, refusalOf }: HoursNumbersProps) {
  const t = useTranslations('hours')
  return (
    <div className="numbers">
      {(['stepMinutes', 'noticeHours', 'horizonDays'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}_hint`)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          defaultValue={draft[name]}
          refusal={refusalOf(name)}
        />
      ))}
    </div>
  )
}
