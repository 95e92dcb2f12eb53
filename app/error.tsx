'use client'

import { useTranslations } from 'next-intl'

/** A fault of ours. The digest is the reference under which the server's log has it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('page')
  return (
    <main className="wrap narrow py-16">
      <h1>{t('fault')}</h1>
      <p className="soft py-4">{t('fault_body', { reference: error.digest ?? '–' })}</p>
      <button type="button" className="btn pen" onClick={reset}>
        {t('try_again')}
      </button>
    </main>
  )
}
