'use client'

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { sendToPage } from '@/components/form/send-to-page'
import { useWasUntaken } from '@/components/form/untaken'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

/**
 * A fault of ours. The digest is the reference under which the server's log has it. A page that was open over an update
 * asks for what is no longer there: it is loaded anew, once.
 */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('page')
  const hasComeBack = useWasUntaken()
  const { name } = error
  const isOutdated = !hasComeBack && (isOfAnotherBuild(error) || name === 'ChunkLoadError')
  useEffect(() => {
    if (isOutdated) void sendToPage('form_outdated', '', [])
  }, [isOutdated])
  if (isOutdated) return null
  return (
    <main className="page narrow above-7 below-7">
      <h1>{t('fault')}</h1>
      <p className="soft above-4 below-4">{t('fault_body', { reference: error.digest ?? '–' })}</p>
      <button type="button" className="button pen" onClick={reset}>
        {t('try_again')}
      </button>
    </main>
  )
}
