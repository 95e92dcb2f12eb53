'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { clock, dayAndClock, dayOf, isoDay } from '@/lib/views/wording'
import styles from './calendar.module.css'

type MoveDialogProps = {
  visit: { id: string; patientName: string; startsAt: string }
  onClose: () => void
  onMove: (startsAt: string) => void
}

/** Drag's twin for the keyboard: a day, then one of its free hours. */
export function MoveDialog({ visit, onClose, onMove }: MoveDialogProps) {
  const t = useTranslations('calendar')
  const tc = useTranslations('change')
  const td = useTranslations('doctor')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const slots = useSlots(visit.id)
  const dayOfSlot = (startsAt: string) => isoDay(startsAt, place.timeZone)
  const days = [...new Set(slots?.map(dayOfSlot))]
  const [chosen, setDay] = useState<string>()
  const day = chosen ?? days.find((day) => day >= dayOfSlot(visit.startsAt)) ?? days[0]
  const hours = slots?.filter((startsAt) => dayOfSlot(startsAt) === day) ?? []
  return (
    <Dialog
      title={tc('move_of', { patient: visit.patientName })}
      description={`${tc('now_at')} ${dayAndClock(visit.startsAt, place)}`}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form
        className="fields tight"
        onSubmit={(event) => {
          event.preventDefault()
          const slot = new FormData(event.currentTarget).get('slot')
          if (typeof slot === 'string') onMove(slot)
        }}
      >
        {!slots && <p className="soft">{t('reading_slots')}</p>}
        {slots && days.length === 0 && <p className="soft">{t('no_slots')}</p>}
        {days.length > 0 && (
          <>
            <div className="field">
              <label htmlFor="move-day">{t('day')}</label>
              <select id="move-day" className="input" value={day} onChange={(event) => setDay(event.target.value)}>
                {days.map((day) => {
                  const own = slots?.filter((startsAt) => dayOfSlot(startsAt) === day) ?? []
                  return (
                    <option key={day} value={day}>
                      {dayOf(own[0] ?? '', place)} ({td('free', { count: own.length })})
                    </option>
                  )
                })}
              </select>
            </div>
            <fieldset className={styles.hours} key={day}>
              <legend>{t('hour')}</legend>
              <div className="slots">
                {hours.map((startsAt) => (
                  <label key={startsAt} className={`slot ${styles.pick}`}>
                    <input type="radio" name="slot" value={startsAt} required />
                    {clock(startsAt, place)}
                  </label>
                ))}
              </div>
            </fieldset>
            <p className="small soft">{tc('move_what')}</p>
            <div className="row fill">
              <button type="submit" className="button pen">
                {tc('move_here')}
              </button>
              <button type="button" className="button" onClick={onClose}>
                {tc('stay')}
              </button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  )
}

/** Returns the free hours a visit can move to (ISO instants); nothing while they are being read. */
function useSlots(id: string): string[] | undefined {
  const [slots, setSlots] = useState<string[]>()
  useEffect(() => {
    const given = new AbortController()
    const read = async () => {
      const response = await fetch(`/api/calendar/visits/${id}/slots`, { signal: given.signal })
      const { slots: found } = (await response.json()) as { slots: { startsAt: string }[] }
      setSlots(found.map(({ startsAt }) => startsAt))
    }
    read().catch(() => given.signal.aborted || setSlots([]))
    return () => given.abort()
  }, [id])
  return slots
}
