import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FormAnswer } from '@/lib/web/form-answer'

/** Where in a form one goes on after an answer, as a selector; undefined leaves the focus where it is. */
type NextPlace = (answer: FormAnswer) => string | undefined

/** What was refused: a field, or the note that says why. */
export const refusedPlace = '[aria-invalid], [data-refused]'

/**
 * Returns the ref of a form that, after each answer, moves the focus to where one goes on: to the first refusal, when
 * nothing else is said. The answer that came with the page moves nothing: the browser did, when it read the page.
 * `nextPlace` stands outside the component, or the focus moves with every render; `own` is a ref that is used for more.
 */
export function useFocusAfter<Place extends HTMLElement = HTMLFormElement>(
  answer: FormAnswer,
  nextPlace: NextPlace = firstRefusal,
  own?: RefObject<Place | null>,
) {
  const [atFirst] = useState(answer)
  const made = useRef<Place>(null)
  const root = own ?? made
  useEffect(() => {
    const place = answer !== atFirst && nextPlace(answer)
    if (place) root.current?.querySelector<HTMLElement>(place)?.focus()
  }, [answer, atFirst, nextPlace, root])
  return root
}

function firstRefusal({ refusals }: FormAnswer): string | undefined {
  return refusals.length > 0 ? refusedPlace : undefined
}
