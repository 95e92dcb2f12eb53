'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { canKeep, findKeeper, forgetDays, keepDays } from '@/components/ui/kept-days'
import { Time } from '@/components/ui/time'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'

const everyMs = 5 * minuteMs

type State = 'unknown' | 'cannot' | 'off' | 'failing' | { keptAt: string }

/**
 * Keeps the next days in this browser every five minutes and when it is looked at again, once somebody asked for it here.
 * `isAsked`: it asks, too; elsewhere it says nothing.
 */
export function KeepDays({ isAsked = false }: { isAsked?: boolean }) {
  const t = useTranslations('kept')
  const [state, setState] = useState<State>('unknown')
  const keep = async () => setState((await keepDays().catch(() => false)) ? { keptAt: isoNow() } : 'failing')
  const keepAgain = useEffectEvent(async () => {
    if (!canKeep()) setState('cannot')
    else if (await findKeeper()) await keep()
    else setState('off')
  })
  useEffect(() => {
    void keepAgain()
    const again = () => void (document.hidden || keepAgain())
    const timer = setInterval(again, everyMs)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [])
  const forget = () => void forgetDays().then(() => setState('off'))

  if (!isAsked || state === 'unknown') return null
  if (state === 'cannot') return <p className="note waiting">{t('cannot')}</p>
  if (state === 'off')
    return (
      <div className="row">
        <button type="button" className="button pen" onClick={() => void keep()}>
          {t('keep')}
        </button>
        <p className="small soft">{t('keep_means')}</p>
      </div>
    )
  return (
    <div className="row">
      <p role="status">
        {state === 'failing'
          ? t('failing')
          : t.rich('kept', { when: () => <Time key="when" at={state.keptAt} form="clock" /> })}
      </p>
      <button type="button" className="button" onClick={forget}>
        {t('forget')}
      </button>
    </div>
  )
}
