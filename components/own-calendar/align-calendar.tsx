import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import type { FormAction } from '@/lib/web/form-answer'

type AlignCalendarProps = {
  action: FormAction
  doctor: string
  work: 'compare' | 'leave'
  /** Made with the page: pressing twice is once. */
  requestId: string
  submit: string
}

/** Has all of a doctor's coming visits gone through. It takes a while: the line on top says how far it has come. */
export function AlignCalendar({ action, submit, ...sent }: AlignCalendarProps) {
  const t = useTranslations('own_calendar')
  return <ActForm action={action} sent={sent} className="button" submit={submit} pending={t('listing')} />
}
