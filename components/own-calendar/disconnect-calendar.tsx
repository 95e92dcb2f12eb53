import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import type { AlignAction, FormAction } from '@/lib/web/form-answer'
import { AlignCalendar } from './align-calendar'
import type { ListAlignments } from './use-align-run'

type DisconnectCalendarProps = { list: ListAlignments; align: AlignAction; disconnect: FormAction; doctor: string }

/** The two ways to leave a calendar: with what lies ahead taken out of it, or left there. */
export function DisconnectCalendar({ list, align, disconnect, doctor }: DisconnectCalendarProps) {
  const t = useTranslations('own_calendar')
  return (
    <Disclosure label={t('disconnect')}>
      <p className="small soft">{t('disconnect_what')}</p>
      <AlignCalendar
        list={list}
        action={align}
        doctor={doctor}
        work="leave"
        submit={t('do_leave')}
        pending={t('leaving')}
      />
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
