'use client'

import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'

const canned = ['away', 'call', 'other_type'] as const

/** Reasons that are given often: a press writes one into its form, where it can be changed. */
export function CannedReasons() {
  const t = useTranslations('canned')
  const write = (words: string) => (event: MouseEvent<HTMLButtonElement>) => {
    const field = event.currentTarget.form?.elements.namedItem('reason')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = words
    field.focus()
  }
  return (
    <div className="row needs-script">
      {canned.map((name) => (
        <button key={name} type="button" className="button compact" onClick={write(t(`${name}_words`))}>
          {t(name)}
        </button>
      ))}
    </div>
  )
}
