'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { secondMs } from '@/lib/domain/time'

/** In how many seconds a run begins. Not read aloud: it would be once a second. Instants are ISO strings. */
export function RunBegins({ at, now: shownAt }: { at: string; now: string }) {
  const t = useTranslations('runs')
  const [now, setNow] = useState(() => Date.parse(shownAt))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), secondMs / 4)
    return () => clearInterval(timer)
  }, [])
  return (
    <span aria-hidden="true" className="numeric">
      {t('in', { seconds: Math.max(0, Math.ceil((Date.parse(at) - now) / secondMs)) })}
    </span>
  )
}
