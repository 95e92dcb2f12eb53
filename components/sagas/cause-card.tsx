import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import { isChannel } from '@/lib/domain/messages/channels'
import type { Failure, FailureKind } from '@/lib/domain/saga/failure'
import styles from './sagas.module.css'

export type ShownCause = {
  state: 'attention' | 'retrying'
  service: Failure['service']
  kind: FailureKind
  status: number | null
  count: number
  /** ISO instant. */
  since: string
  /** How it stands in an address. */
  param: string
}

/** One cause, how many it holds up, and what cures it. Without JavaScript the button opens the list of them. */
export function CauseCard({ cause, onRetry }: { cause: ShownCause; onRetry: () => void }) {
  const t = useTranslations('causes')
  const words = useSagaWords()
  const { state, service, kind, status, count, since, param } = cause
  const isUntold = state === 'attention' && kind === 'permanent' && isChannel(service)
  const what = words.failure({ service, kind, status })
  return (
    <article className={`${styles.cause} ${state === 'attention' ? 'attention' : 'waiting'}`}>
      <span className={styles.big}>
        {count}
        <span className="visually-hidden"> {t('sagas', { count })}</span>
      </span>
      <div>
        <h3>{isUntold ? t('untold') : what}</h3>
        <p className="small soft">
          {isUntold && `${what}. `}
          {t(isUntold ? 'untold_what' : `${state}_what`)} {t('since')} <Time at={since} form="short" />.
        </p>
      </div>
      <div className="row">
        <Link prefetch={false} className="button compact" href={{ pathname: '/sagas', query: { cause: param } }}>
          {t(isUntold ? 'call_list' : 'open')}
          <span className="visually-hidden">: {what}</span>
        </Link>
        <form
          action="/sagas"
          onSubmit={(event) => {
            event.preventDefault()
            onRetry()
          }}
        >
          <input type="hidden" name="cause" value={param} />
          <button type="submit" className="button compact bare">
            {t('retry', { count })}
            <span className="visually-hidden">: {what}</span>
          </button>
        </form>
      </div>
    </article>
  )
}
