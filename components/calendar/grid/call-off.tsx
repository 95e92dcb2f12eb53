'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { WordsField } from '@/components/form/words-field'
import { CannedReasons } from '../canned-reasons'

type CallOffProps = {
  act: 'decline' | 'cancel'
  onCallOff: (reason: string) => void
  onLeave: () => void
}

/** What is to be read, and may be written, before a request is declined or a visit cancelled. */
export function CallOff({ act, onCallOff, onLeave }: CallOffProps) {
  const t = useTranslations('calendar')
  const tv = useTranslations('visit_popover')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  return (
    <form
      ref={form}
      className="fields tight"
      onSubmit={(event) => {
        event.preventDefault()
        onCallOff(String(new FormData(event.currentTarget).get('reason')))
      }}
    >
      <p className="small soft">{tv(`${act}_what`)}</p>
      <CannedReasons />
      <WordsField name="reason" label={t('reason')} hint={t('reason_hint')} />
      <div className="row fill">
        <button type="submit" className="button pen">
          {tv(`${act}_this`)}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {tv('leave')}
        </button>
      </div>
    </form>
  )
}
