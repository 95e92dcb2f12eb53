import { OctagonX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Failure } from '@/lib/domain/saga/failure'
import { calendarTrouble } from './calendar-trouble'

export type ConnectedCalendar = {
  url: string
  username: string
  name: string
  connectedAt: string
  writtenAt: string | null
  failing: { since: string; failure: Failure } | null
  comparedAt: string | null
}

/** Which calendar is connected, since when, and how writing in it goes. Instants are ISO strings. */
export function CalendarFacts({ calendar }: { calendar: ConnectedCalendar }) {
  const t = useTranslations('own_calendar')
  const { url, username, name, connectedAt, writtenAt, failing, comparedAt } = calendar
  const when = (at: string) => ({ when: () => <Time at={at} form="short" /> })
  return (
    <>
      {failing && (
        <div className="note failed">
          <OctagonX className="icon" aria-hidden="true" />
          <div>
            <p className="strong">{t(`trouble_${calendarTrouble(failing.failure)}`)}</p>
            <p>{t('trouble_then')}</p>
          </div>
        </div>
      )}
      <dl className="facts">
        <div>
          <dt>{t('calendar')}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t('server')}</dt>
          <dd>{new URL(url).host}</dd>
        </div>
        <div>
          <dt>{t('username')}</dt>
          <dd>{username}</dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd className="sentence">
            <Time at={connectedAt} form="dayWithYear" />
          </dd>
        </div>
        <div>
          <dt>{t('last_write')}</dt>
          <dd>
            {failing && t.rich('write_failed', when(failing.since))}
            {!failing && (writtenAt ? t.rich('write_ok', when(writtenAt)) : t('write_none'))}
          </dd>
        </div>
        <div>
          <dt>{t('compared')}</dt>
          <dd className="sentence">{comparedAt ? <Time at={comparedAt} form="short" /> : t('compared_none')}</dd>
        </div>
      </dl>
    </>
  )
}
