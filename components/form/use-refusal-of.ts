import type { FormAnswer } from '@/lib/web/form-answer'
import { useRefusalWords } from './use-refusal-words'

/** Returns what tells why a field was refused, in a sentence; undefined when it was not. */
export function useRefusalOf(answer: FormAnswer): (field: string) => string | undefined {
  const say = useRefusalWords()
  return (field) => {
    const refusal = answer.refusals.find((refusal) => refusal.field === field)
    return refusal && say(refusal)
  }
}
