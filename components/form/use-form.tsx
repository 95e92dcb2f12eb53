'use client'

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from 'next/navigation'
import { type ReactNode, useActionState, useMemo } from 'react'
import { type FormAction, type FormAnswer, formField, freshForm } from '@/lib/web/form-answer'
import { readerHere } from './reader'
import { keepTyped, sendToPage } from './send-to-page'
import { useUntaken } from './untaken'

/**
 * Returns a form's answer, how it is sent, and the field that goes with it. `name` tells it from the page's other forms:
 * one that nothing takes, because the server is of another build or the sign-in has ended, comes back to it with what
 * was typed. `path` is the page that answers it without a script, where that is not the one it stands on.
 */
export function useForm(
  action: FormAction,
  name: string,
  path?: string,
): [answer: FormAnswer, send: (form: FormData) => void, named: ReactNode] {
  const back = useUntaken(name)
  const careful = useMemo(() => orSentBack(action, name), [action, name])
  // Without a script it is Next that sends the form: it must be given the server's own action.
  const [answer, send] = useActionState(typeof window === 'undefined' ? action : careful, back ?? freshForm, path)
  return [answer, send, <input key={formField} type="hidden" name={formField} value={name} />]
}

/** Next tells of a redirect by an error, whose digest says where it leads. */
const toSignIn = /^NEXT_REDIRECT;\w+;\/sign-in\b/

function orSentBack(action: FormAction, name: string): FormAction {
  return async (before, form) => {
    try {
      return await action(before, form)
    } catch (error) {
      if (isOfAnotherBuild(error)) return sendToPage('form_outdated', name, form)
      if (toSignIn.test(String((error as { digest?: unknown }).digest))) keepTyped(readerHere(), name, form)
      throw error
    }
  }
}
