import { useTranslations } from 'next-intl'
import type { ToldRefusal } from '@/lib/refusals'

/** Returns what says a refusal in a sentence. What it carries stands in it; of a list, how many there are. */
export function useRefusalWords(): (refusal: ToldRefusal) => string {
  const t = useTranslations('refusal')
  return ({ name, data }) => {
    const carried = Object.entries(data ?? {}).map(([key, value]) => [key, Array.isArray(value) ? value.length : value])
    return t(name, { phone: '', ...Object.fromEntries(carried) })
  }
}
