import { useTranslations } from 'next-intl'
import type { FormAnswer } from '@/lib/form-answer'

/** Why a field about a doctor's calendar was refused, in a sentence; undefined when it was not. */
export function useCalendarRefusalOf(answer: FormAnswer): (field: string) => string | undefined {
  const t = useTranslations('own_calendar_refusal')
  return (field) => {
    const refusal = answer.refusals.find((one) => one.field === field)
    const { to = '' } = (refusal?.data ?? {}) as { to?: string }
    return refusal && t(refusal.name as 'leads_elsewhere', { to })
  }
}
