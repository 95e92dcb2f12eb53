'use client'

import { useLocale, useTranslations } from 'next-intl'
import { RemovableList } from '@/components/form/removable-list'
import { Day } from '@/components/ui/day'
import type { FormAction } from '@/lib/web/form-answer'

type Holiday = { day: string; name: { fr: string; en: string } }
type HolidayListProps = { action: FormAction; holidays: readonly Holiday[] }

/** The days of a year on which the clinic is closed. One that was removed can be put back. */
export function HolidayList({ action, holidays }: HolidayListProps) {
  const t = useTranslations('clinic')
  const locale = useLocale()
  return (
    <RemovableList<Holiday>
      action={action}
      name="holidays"
      putBackIntent="add"
      items={holidays}
      keyOf={({ day }) => day}
      toFields={({ day, name }) => ({ day, nameFr: name.fr, nameEn: name.en })}
      fromFields={({ day, nameFr = '', nameEn = '' }) => (day ? { day, name: { fr: nameFr, en: nameEn } } : undefined)}
      words={{
        none: t('holidays_none'),
        remove: t('remove'),
        removing: t('saving'),
        removed: t('removed'),
        putBack: t('put_back'),
        puttingBack: t('saving'),
      }}
      row={({ day, name }) => (
        <p>
          <span className="strong">
            <Day day={day} form="fullDay" />
          </span>{' '}
          <span className="soft">{name[locale]}</span>
        </p>
      )}
      spoken={({ name }) => name[locale]}
      gone={({ day }) => <Day day={day} form="fullDay" />}
    />
  )
}
