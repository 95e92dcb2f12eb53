import { useTranslations } from 'next-intl'
import type { AlignAction, FormAction } from '@/lib/form-answer'
import { ActForm } from './act-form'
import { AlignCalendar } from './align-calendar'
import { Ask } from './ask'
import type { ListAlignments } from './use-align-run'

type DisconnectCalendarProps = { list: ListAlignments; align: AlignAction; disconnect: FormAction; doctor: string }

/** The two ways to leave a calendar: with what lies ahead taken out of it, or left there. */
export function DisconnectCalendar({ list, align, disconnect, doctor }: DisconnectCalendarProps) {
  const t = useTranslations('own_calendar')
  return (
    <Ask label={t('disconnect')}>
      <p className="small soft">{t('disconnect_what')}</p>
      <AlignCalendar
        list={list}
        action={align}
        doctor={doctor}
        work="leave"
        submit={t('do_leave')}
        pending={t('leaving')}
      />
      <ActForm action={disconnect} sent={{}} className="btn" submit={t('do_disconnect')} pending={t('disconnecting')} />
    </Ask>
  )
}
