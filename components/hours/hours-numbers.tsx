import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import type { HoursDraft } from '@/lib/domain/schedule/hours-draft'
import styles from './hours.module.css'

type HoursNumbersProps = { draft: HoursDraft; refusalOf: (field: string) => string | undefined }

/** How often a visit may begin, how late it may be booked, and how far ahead. */
export function HoursNumbers({ draft, refusalOf }: HoursNumbersProps) {
  const t = useTranslations('hours')
  return (
    <div className={styles.numbers}>
      {(['stepMinutes', 'noticeHours', 'horizonDays'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}_hint`)}
          inputMode="decimal"
          autoComplete="off"
          limit="number"
          defaultValue={draft[name]}
          refusal={refusalOf(name)}
        />
      ))}
    </div>
  )
}
