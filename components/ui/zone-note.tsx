'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { clockOwner, shownElsewhere } from '@/lib/views/clock/zone'
import { clock } from '@/lib/views/wording'
import { useBrowserZone } from './use-browser-zone'

type ZoneNoteProps = {
  /** The times that the page shows, as far as they matter: the first and the last (ISO instants). */
  of: readonly string[]
  /** Whether whose time it is is said to everybody, and not only where one's own clock shows another. */
  always?: boolean
}

/** Whose time all times of a page are, with one of them as the reader's own clock shows it, where that is another. */
export function ZoneNote({ of, always = false }: ZoneNoteProps) {
  const t = useTranslations('zone')
  const clinic = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const zone = useBrowserZone()
  const example = zone && of.find((at) => shownElsewhere(at, clinic, zone))
  const city = clockOwner(clinic)
  if (!example) return always ? t('note', { city }) : null
  return t('note_there', { city, here: clock(example, clinic), there: shownElsewhere(example, clinic, zone) ?? '' })
}
