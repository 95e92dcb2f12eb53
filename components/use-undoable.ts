'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { type Act, type Answered, holdBack, takeBack } from './pending-acts'
import { withToast } from './toasts'

type Doing = {
  acts: readonly Act[]
  /** What the toast says. */
  said: string
  /** What the server refused, when it did. */
  refused: (answers: Answered[]) => void
}

/** The last that can still be taken back, for the key that does so. */
let last: (() => void) | undefined

/**
 * Does something later: a toast says it is done and lets it be taken back for `undoMs` milliseconds, and only then it is
 * sent. The toast goes when it is too late, however long somebody points at it.
 */
export function useUndoable(undoMs: number) {
  const t = useTranslations('calendar')
  const router = useRouter()
  return useCallback(
    ({ acts, said, refused }: Doing) => {
      const hide = () => withToast((toast) => void toast.dismiss(key))
      const key = holdBack(acts, undoMs, (answers) => {
        hide()
        const refusals = answers.filter(({ answer }) => answer.refused !== null)
        if (refusals.length > 0) refused(refusals)
        router.refresh()
      })
      const undo = () => {
        last = undefined
        hide()
        if (takeBack(key)) withToast((toast) => toast(t('taken_back'), { duration: 3_000 }))
      }
      last = undo
      const action = { label: t('undo'), onClick: undo }
      withToast((toast) => toast(said, { id: key, duration: Number.POSITIVE_INFINITY, action }))
    },
    [router, t, undoMs],
  )
}

/** Takes back what was done last, if there is still time. */
export function undoLast(): void {
  last?.()
}
