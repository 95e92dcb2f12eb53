import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OutsideService } from '@/lib/domain/saga/failure'
import { Time } from './time'
import styles from './ui.module.css'

type ShownOutage = {
  service: OutsideService
  server: string | null
  since: string
  triedAt: string
  waiting: number
}

/** Which services are away, since when, and how much waits for them. Nothing when all work. */
export function DegradedServices({ outages }: { outages: readonly ShownOutage[] }) {
  const t = useTranslations('degraded')
  if (outages.length === 0) return null
  return (
    <ul className={styles.degraded} aria-label={t('label')}>
      {outages.map(({ service, server, since, triedAt, waiting }) => (
        <li key={service + server} className="sheet waiting">
          <RefreshCw className="icon" aria-hidden="true" />
          <p>
            <strong>
              {t(service, { server: server ?? 'none' })} <Time at={since} form="short" />, {t('waiting', { waiting })}.
            </strong>{' '}
            <span className="soft">
              {t('kept')} <Time at={triedAt} form="clock" />.
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
