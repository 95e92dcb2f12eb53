import { useTranslations } from 'next-intl'
import type { WhyNot } from '@/lib/views/grid/why-not'

/** Returns what says why a visit cannot be put somewhere. */
export function useWhyWords(): (why: WhyNot) => string {
  const t = useTranslations('calendar')
  return (why) => t(`why_${why.name}`, { patient: why.name === 'taken' ? why.patient : '' })
}
