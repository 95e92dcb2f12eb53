'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const pollMs = 5_000
/** A stream may miss a hint; so late a page is at the latest. */
const pollWhileLiveMs = 30_000

type LiveRefreshProps = {
  stream: string
  /** People write on this page: without JavaScript it stays still, since a reload would wipe what they wrote. */
  isWrittenOn?: boolean
}

/** Reads the page again whenever the stream says that something changed, and every 5 seconds while there is no stream. */
export function LiveRefresh({ stream, isWrittenOn = false }: LiveRefreshProps) {
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
    if (isLive === undefined) return
    const timer = setInterval(() => router.refresh(), isLive ? pollWhileLiveMs : pollMs)
    return () => clearInterval(timer)
  }, [isLive, router])

  return (
    <>
      {!isWrittenOn && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <p className={`pt-4 min-h-10 ${isLive ? 'live' : 'small mute'}`}>
        {isLive !== undefined && t(isLive ? 'live' : 'polling')}
      </p>
    </>
  )
}
