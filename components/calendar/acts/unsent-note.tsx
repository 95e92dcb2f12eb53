'use client'

import { TriangleAlert } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { dayAndClock } from '@/lib/views/wording'
import { forgetUnsent, isAbout, type UnsentAct, unsentActs } from './unsent-acts'

/** What was sent as a page was left is carried out within this time, or was not. */
const onItsWayMs = 10_000

type Listed = { id: string; patientName: string; startsAt: string }

type UnsentNoteProps = {
  /** The requests that wait, and the visits that are shown: what was carried out after all is seen from them. */
  requests: readonly Listed[]
  visits: readonly Listed[]
}

/** Says which presses were not recorded since they could not be sent, also to who had to sign in again meanwhile. */
export function UnsentNote({ requests, visits }: UnsentNoteProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const noted = useSyncExternalStore(unsentActs.subscribe, unsentActs.read, unsentActs.readOnServer)
  const [atFirst, setAtFirst] = useState<readonly UnsentAct[]>([])
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    // What is pressed from now on, the page tells by itself.
    setAtFirst(unsentActs.read())
    const timer = setTimeout(setOver, onItsWayMs, true)
    return () => clearTimeout(timer)
  }, [])

  const told = atFirst
    .filter((act) => noted.some(isAbout(act)))
    .flatMap((act) => {
      const found = (act.act === 'confirm' || act.act === 'decline' ? requests : visits).find(
        ({ id }) => id === act.appointmentId,
      )
      if (!found || found.startsAt === act.slot || !(act.hasFailed || isOver)) return []
      const words = { patient: found.patientName, when: dayAndClock(act.slot ?? found.startsAt, place) }
      return [{ key: act.act + found.id, said: t(`unsent_${act.act}`, words) }]
    })
  if (told.length === 0) return null
  return (
    <div className="note failed below-3" role="alert">
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grows stack gap-2">
        <p className="strong">{t('unsent', { count: told.length })}</p>
        <ul>
          {told.map(({ key, said }) => (
            <li key={key}>{said}</li>
          ))}
        </ul>
        <div>
          <button type="button" className="button compact" onClick={() => forgetUnsent(atFirst)}>
            {t('unsent_seen')}
          </button>
        </div>
      </div>
    </div>
  )
}
