import { CircleCheck, OctagonX } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import styles from './health.module.css'
import { promiseKey } from './promise-key'

type Promised = { name: string; broken: readonly Record<string, unknown>[] }

type PromiseListProps = {
  promises: readonly Promised[]
  /** When they were counted (ISO instant). */
  at: string
}

/** Every sentence that must hold, the broken first, each with how many break it and the way to the first of them. */
export function PromiseList({ promises, at }: PromiseListProps) {
  const t = useTranslations('health')
  const sorted = promises.toSorted((a, b) => Number(b.broken.length > 0) - Number(a.broken.length > 0))
  return (
    <section className={`sheet aside ${sorted[0]?.broken.length ? '' : styles.allKept}`} aria-labelledby="promises">
      <div className={styles.promiseHead}>
        <h2 id="promises">{t('promises')}</h2>
        <p className="small mute">
          {t('counted')} <Time at={at} form="clockWithSeconds" />
        </p>
      </div>
      <ul>
        {sorted.map((promise) => (
          <PromiseLine key={promise.name} promise={promise} />
        ))}
      </ul>
    </section>
  )
}

function PromiseLine({ promise: { name, broken } }: { promise: Promised }) {
  const t = useTranslations('health')
  const tp = useTranslations('promise')
  const isKept = broken.length === 0
  const Icon = isKept ? CircleCheck : OctagonX
  const way = broken[0] && wayTo(broken[0])
  return (
    <li className={`${styles.promise} ${isKept ? 'ok' : 'failed'}`}>
      <span className="sign">
        <Icon className="icon" role="img" aria-label={t(isKept ? 'kept' : 'late')} />
      </span>
      <div>
        <b>{tp(promiseKey(name) as 'a_live_visit_holds_its_own_slot')}</b>
        {way && (
          <span className="sub">
            <Link prefetch={false} href={way as Route}>
              {t('open_first')}
            </Link>
          </span>
        )}
      </div>
      <span className="numeric">{broken.length === 100 ? '100+' : broken.length}</span>
    </li>
  )
}

/** Rows name a saga, or a visit whose sagas can be listed. */
function wayTo(row: Record<string, unknown>): string | undefined {
  if (typeof row.saga_id === 'string') return `/sagas/${row.saga_id}`
  const id = row.id ?? row.stream_id
  return typeof id === 'string' ? `/sagas?q=${id}` : undefined
}
