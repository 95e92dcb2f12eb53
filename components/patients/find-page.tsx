'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FindPatients } from '@/components/find/find-patients'
import { SubmitButton } from '@/components/form/submit-button'
import type { FoundAnswer } from '@/lib/domain/patient/found-patient'

type FindPageProps = {
  action: (before: FoundAnswer | null, form: FormData) => Promise<FoundAnswer>
  /** When it was drawn (ISO instant). */
  now: string
}

/** The search on a page of its own: it answers while one types, and without a script when it is sent. */
export function FindPage({ action, now }: FindPageProps) {
  const t = useTranslations('patients')
  const [first, send] = useActionState(action, null)
  return (
    <search aria-label={t('find')}>
      <form action={send} className="sheet padded stack gap-3">
        <FindPatients key={first?.typed} first={first} now={now} />
        <noscript>
          <SubmitButton pending={t('searching')}>{t('search')}</SubmitButton>
        </noscript>
      </form>
    </search>
  )
}
