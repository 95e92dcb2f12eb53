'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'

/**
 * A text to take elsewhere, with a button that copies it. Where the browser does not let us, it is chosen to be copied.
 */
export function CopyField({ label, text }: { label: string; text: string }) {
  const t = useTranslations('own_calendar')
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function copy() {
    field.current?.select()
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <div className="stack gap-2">
      <input ref={field} className="input numeric" readOnly value={text} aria-label={label} />
      <div className="row">
        <button type="button" className="button compact needs-script" onClick={copy}>
          {t('copy')}
        </button>
        <p role="status" className="small">
          {isCopied && t('copied')}
        </p>
      </div>
    </div>
  )
}
