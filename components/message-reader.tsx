import { ArrowLeft, Paperclip, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { shortDayAndClock } from '@/lib/domain/schedule/wording'

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
  if (!message) return <p className="sheet pad soft hide-s">{t('choose')}</p>
  return (
    <article className="sheet reader" aria-labelledby="subject">
      <div className="pad">
        <p className="only-s pb-2">
          <Link className="back" href="/inbox">
            <ArrowLeft className="icon" aria-hidden="true" />
            {t('title')}
          </Link>
        </p>
        <h2 id="subject">{message.subject}</h2>
        <p className="small soft pt-1">{t('to', { to: message.to, when: shortDayAndClock(message.sentAt, place) })}</p>
        <div className="row pt-3">
          {canOpenSaga && message.sagaId && (
            <Link className="btn s" href={`/sagas/${message.sagaId}`}>
              <Waypoints className="icon" aria-hidden="true" />
              {t('open_saga')}
            </Link>
          )}
          {message.ics && (
            <a
              className="btn s"
              href={`data:text/calendar;base64,${Buffer.from(message.ics).toString('base64')}`}
              download="visit.ics"
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
        <p className="pad whitespace-pre-wrap">{message.text}</p>
      )}
      {message.html && (
        <details className="pad">
          <summary>{t('text')}</summary>
          <pre className="code mt-2">{message.text}</pre>
        </details>
      )}
    </article>
  )
}
