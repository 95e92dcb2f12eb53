import { ArrowLeft, Paperclip, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import { icsName } from '@/lib/ics/ics-name'
import { shortDayAndClock } from '@/lib/views/wording'
import styles from './inbox.module.css'

type ReadMessage = {
  to: string
  subject: string
  sentAt: string
  sagaId: string | null
  text: string
  html: string | null
  ics: string | null
}

/** One message as its reader sees it. The mail stands in a frame that may run nothing and open links in a new tab. */
export function MessageReader({ message, canOpenSaga }: { message: ReadMessage | undefined; canOpenSaga: boolean }) {
  const t = useTranslations('inbox')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  if (!message) return <p className="sheet padded soft not-on-phone">{t('choose')}</p>
  return (
    <article className={`sheet ${styles.reader}`} aria-labelledby="subject">
      <div className="padded">
        <p className="phone-only below-2">
          <Link className="back-link" href="/inbox">
            <ArrowLeft className="icon" aria-hidden="true" />
            {t('title')}
          </Link>
        </p>
        <h2 id="subject">{message.subject}</h2>
        <p className="small soft above-1">
          {t('to', { to: shownPhone(message.to), when: shortDayAndClock(message.sentAt, place) })}
        </p>
        <div className="row above-3">
          {canOpenSaga && message.sagaId && (
            <Link className="button compact" href={`/sagas/${message.sagaId}`}>
              <Waypoints className="icon" aria-hidden="true" />
              {t('open_saga')}
            </Link>
          )}
          {message.ics && (
            <a
              className="button compact"
              href={`data:text/calendar;base64,${Buffer.from(message.ics).toString('base64')}`}
              download={icsName(message.ics)}
            >
              <Paperclip className="icon" aria-hidden="true" />
              {t('ics')}
            </a>
          )}
        </div>
      </div>
      {message.html ? (
        <iframe
          srcDoc={message.html.replace('<head>', '<head><base target="_blank">')}
          title={t('frame')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      ) : (
        <p className={`padded ${styles.plainText}`}>{message.text}</p>
      )}
      {message.html && (
        <details className="padded">
          <summary>{t('text')}</summary>
          <pre className={`${styles.code} set-off-small`}>{message.text}</pre>
        </details>
      )}
    </article>
  )
}
