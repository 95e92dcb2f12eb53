import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import type { FormAction } from '@/lib/web/form-answer'
import { AlignCalendar } from './align-calendar'

type DisconnectCalendarProps = { align: FormAction; disconnect: FormAction; doctor: string; requestId: string }

/** The two ways to leave a calendar: with what lies ahead taken out of it, or left there. */
export function DisconnectCalendar({ align, disconnect, ...asked }: DisconnectCalendarProps) {
  const t = useTranslations('own_calendar')
  return (
    <Disclosure label={t('disconnect')}>
      <p className="small soft">{t('disconnect_what')}</p>
      <AlignCalendar action={align} work="leave" submit={t('do_leave')} {...asked} />
      <ActForm
        action={disconnect}
        sent={{}}
        className="button"
        submit={t('do_disconnect')}
        pending={t('disconnecting')}
      />
    </Disclosure>
  )
}
