'use client'

import { useTranslations } from 'next-intl'
import type { Shown } from '@/lib/domain/hint'
import { secondMs } from '@/lib/domain/time'
import styles from './live.module.css'
import { useReadAgain } from './use-read-again'

const pollMs = 5 * secondMs
/** A stream may miss a hint; so late a page is at the latest. */
const pollWhileLiveMs = 30 * secondMs

type LivePageProps = {
  stream: string
  shown?: Shown
  /** People write on this page: without JavaScript it stays still, since a reload would wipe what they wrote. */
  isWrittenOn?: boolean
}

/** Reads the page again when what it shows has changed, every 5 seconds while there is no stream, and says which. */
export function LivePage({ stream, shown = {}, isWrittenOn = false }: LivePageProps) {
  const t = useTranslations('status')
  const { isLive } = useReadAgain({ stream, shown, everyMs: pollMs, everyMsWhileLive: pollWhileLiveMs })
  return (
    <>
      {!isWrittenOn && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <p className={`not-printed ${styles.line} ${isLive ? styles.live : 'small mute'}`}>
        {isLive !== undefined && t(isLive ? 'live' : 'polling')}
      </p>
    </>
  )
}
