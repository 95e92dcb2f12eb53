import { useTranslations } from 'next-intl'
import type { FormAnswer } from '@/lib/form-answer'

/** Why a field was refused, in a sentence; undefined when it was not. */
export function useRefusalOf(answer: FormAnswer): (field: string) => string | undefined {
  const t = useTranslations('refusal')
  return (field) => {
    const refusal = answer.refusals.find((one) => one.field === field)
    return refusal && t(refusal.name as 'name_missing')
  }
}
