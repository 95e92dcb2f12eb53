import { useEffect, useRef } from 'react'
import type { FormAnswer } from '@/lib/web/form-answer'

/** Where in a form one goes on after an answer, as a selector; undefined leaves the focus where it is. */
type NextPlace = (answer: FormAnswer) => string | undefined

/** What was refused: a field, or the note that says why. */
export const refusedPlace = '[aria-invalid], [data-refused]'

/**
 * Returns the ref of a form that, after each answer, moves the focus to where one goes on: to the first refusal, when
 * nothing else is said. `nextPlace` stands outside the component, or the focus moves with every render.
 */
export function useFocusAfter(answer: FormAnswer, nextPlace: NextPlace = firstRefusal) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const place = nextPlace(answer)
    if (place) form.current?.querySelector<HTMLElement>(place)?.focus()
  }, [answer, nextPlace])
  return form
}

function firstRefusal({ refusals }: FormAnswer): string | undefined {
  return refusals.length > 0 ? refusedPlace : undefined
}
