'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { FormAnswer, Untaken } from '@/lib/web/form-answer'

type Kept = { back: Untaken | null }

const Context = createContext<Kept>({ back: null })

/** Holds the form that came back to this page for the one that sent it, and says so itself where that is none in particular. */
export function UntakenForm({ back, children }: Kept & { children: ReactNode }) {
  const t = useTranslations('page')
  const [kept] = useState({ back })
  return (
    <Context value={kept}>
      {back?.form === '' && (
        <p className="note waiting page narrow" role="alert">
          {t('outdated')}
        </p>
      )}
      {children}
    </Context>
  )
}

/** Returns whether something came back to this page as it was loaded. */
export function useWasUntaken(): boolean {
  return useContext(Context).back !== null
}

/**
 * Returns what the form of this name begins with when it came back: what was typed, and why it was not taken. It is given
 * once: a form that is opened later begins empty.
 */
export function useUntaken(name: string): FormAnswer | undefined {
  const kept = useContext(Context)
  const back = kept.back?.form === name ? kept.back : undefined
  useEffect(() => {
    if (back) kept.back = null
  }, [kept, back])
  return back && { values: back.values, refusals: [{ field: null, name: back.why, data: null }] }
}
