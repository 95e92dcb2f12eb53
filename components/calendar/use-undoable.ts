'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { type Answered, holdBack, lastHeld, type ToldAct, takeBack } from './acts/pending-acts'
import { withToast } from './toasts'

type Doing = {
  acts: readonly ToldAct[]
  /** What the server refused, when it did. */
  refused: (answers: Answered[]) => void
}

/**
 * Does something later: it can be taken back for `undoMs` milliseconds, and only then is sent. The one toast of all that
 * is held says so (`held-toast.tsx`).
 */
export function useUndoable(undoMs: number) {
  const router = useRouter()
  return useCallback(
    ({ acts, refused }: Doing) => {
      holdBack(acts, undoMs, (answers) => {
        const refusals = answers.filter(({ answer }) => answer.refusal !== null)
        if (refusals.length > 0) refused(refusals)
        router.refresh()
      })
    },
    [router, undoMs],
  )
}

/** Returns what takes back what was held last, or all of it, as far as there is still time; pressed again, the one before. */
export function useTakeBack() {
  const t = useTranslations('held')
  return useCallback(
    (isAll = false) => {
      for (let key = lastHeld(); key && takeBack(key) && isAll; key = lastHeld());
      if (!lastHeld()) withToast((toast) => toast(t('taken_back'), { duration: 3_000 }))
    },
    [t],
  )
}
