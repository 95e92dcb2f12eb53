'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const pollMs = 5_000

/** Reads the page again whenever the stream says that something changed, and every 5 seconds while there is no stream. */
export function LiveRefresh({ stream }: { stream: string }) {
  const t = useTranslations('status')
  const router = useRouter()
  const [isLive, setLive] = useState<boolean>()

  useEffect(() => {
    const source = new EventSource(stream)
    const refresh = () => router.refresh()
    source.onopen = () => setLive(true)
    source.onerror = () => setLive(false)
    source.addEventListener('change', refresh)
    return () => source.close()
  }, [stream, router])

  useEffect(() => {
    if (isLive !== false) return
    const timer = setInterval(() => router.refresh(), pollMs)
    return () => clearInterval(timer)
  }, [isLive, router])

  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <p className={`pt-4 min-h-10 ${isLive ? 'live' : 'small mute'}`}>
        {isLive !== undefined && t(isLive ? 'live' : 'polling')}
      </p>
    </>
  )
}
