'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { toast } from 'sonner'
import { secondMs } from '@/lib/domain/time'
import { dayAndClock } from '@/lib/views/wording'
import { type PendingAct, pendingActs } from './acts/pending-acts'
import styles from './calendar.module.css'
import { useTakeBack } from './use-undoable'

const id = 'held'

/** Keeps one toast for all that is held back, however much it is; it goes when nothing is left to say. */
export function HeldToast() {
  const acts = useActs()
  const isAny = acts.length > 0
  useEffect(() => {
    if (!isAny) return
    toast(<Said />, { id, duration: Number.POSITIVE_INFINITY })
    return () => void toast.dismiss(id)
  }, [isAny])
  return null
}

/**
 * What will be done, and in how many seconds, while it can be taken back; what was done only once the server has said so.
 */
function Said() {
  const t = useTranslations('held')
  const acts = useActs()
  const say = useWords()
  const takeBack = useTakeBack()
  const waiting = acts.filter(({ state }) => state === 'waiting')
  const state = waiting.length > 0 ? 'waiting' : acts.some((act) => act.state === 'sent') ? 'sent' : 'done'
  const told = acts.filter((act) => act.state === state)
  const presses = new Set(waiting.map(({ key }) => key)).size
  if (told.length === 0) return null
  return (
    <div className={styles.heldToast}>
      <span className="shrinks">
        {say(told, state)} {state === 'waiting' && <Seconds until={Math.max(...waiting.map(({ sentAt }) => sentAt))} />}
      </span>
      {presses > 0 && (
        <span className="row">
          <button type="button" className="button compact" onClick={() => takeBack()}>
            {t('undo')}
          </button>
          {presses > 1 && (
            <button type="button" className="button bare compact" onClick={() => takeBack(true)}>
              {t('undo_all')}
            </button>
          )}
        </span>
      )}
    </div>
  )
}

/** Not read aloud: it would be once a second. */
function Seconds({ until }: { until: number }) {
  const t = useTranslations('held')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), secondMs / 4)
    return () => clearInterval(timer)
  }, [])
  return (
    <span aria-hidden="true" className="numeric">
      {t('in', { seconds: Math.max(0, Math.ceil((until - now) / secondMs)) })}
    </span>
  )
}

function useWords(): (acts: readonly PendingAct[], state: PendingAct['state']) => string {
  const t = useTranslations('held')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  return (acts, state) => {
    const [first] = acts
    if (!first) return ''
    const count = acts.length
    const kind = acts.every(({ act }) => act === first.act) ? first.act : 'several'
    if (count > 1 || kind === 'several') return t(`${kind}_${state}_many`, { count })
    return t(`${kind}_${state}`, { patient: first.patientName, when: dayAndClock(first.when, place) })
  }
}

function useActs(): readonly PendingAct[] {
  return useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
}
