'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { clockOwner, shownElsewhere } from '@/lib/views/clock/zone'
import { unbroken } from '@/lib/views/wording'
import { Time } from './time'
import styles from './ui.module.css'
import { useBrowserZone } from './use-browser-zone'

/**
 * A time of the clinic and, for whoever reads it on another clock, whose time that is and what their own shows then:
 * `14:00, Paris time (08:00 for you)`.
 */
export function ZonedTime({ at, form }: Pick<ComponentProps<typeof Time>, 'at' | 'form'>) {
  const t = useTranslations('zone')
  const clinic = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const zone = useBrowserZone()
  const there = zone && shownElsewhere(at, clinic, zone)
  return (
    <>
      <Time at={at} form={form} />
      {there && (
        <>
          ,{' '}
          <span className={styles.zone}>
            {t('beside', { city: clockOwner(clinic), there: unbroken(there).replaceAll(' ', '\u00a0') })}
          </span>
        </>
      )}
    </>
  )
}
