import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Failure } from '@/lib/domain/saga/failure'
import type { BulkAction } from '@/lib/form-answer'
import { RetryGroup } from './retry-group'
import { useSagaWords } from './saga-words'
import { Time } from './time'
import type { SeenSaga } from './use-bulk-run'

export type ShownCause = {
  state: 'attention' | 'retrying'
  service: Failure['service']
  kind: Failure['kind']
  status: number | null
  count: number
  /** ISO instant. */
  since: string
  /** How it stands in an address. */
  param: string
}

type SagaCausesProps = {
  causes: readonly ShownCause[]
  seenAt: string
  action: BulkAction
  listAll: (params: Record<string, string>, seenAt: string) => Promise<readonly SeenSaga[]>
}

/** Why sagas stand still, grouped by cause in plain words, each with the act that cures it. */
export function SagaCauses({ causes, seenAt, action, listAll }: SagaCausesProps) {
  const t = useTranslations('causes')
  const words = useSagaWords()
  if (causes.length === 0) return null
  return (
    <section aria-labelledby="why">
      <h2 id="why" className="vh">
        {t('title')}
      </h2>
      <div className="causes">
        {causes.map((cause) => {
          const { state, service, kind, status, count, since, param } = cause
          const isUntold = state === 'attention' && kind === 'permanent' && (service === 'mail' || service === 'sms')
          const what = words.failure({ service, kind, status })
          return (
            <article key={param} className={`sheet cause ${state === 'attention' ? 'attention' : 'waiting'}`}>
              <div className="cause-head">
                <h3>{isUntold ? t('untold') : what}</h3>
                <span className="big">
                  {count}
                  <span className="vh"> {t('sagas', { count })}</span>
                </span>
              </div>
              <p className="small soft">
                {isUntold ? `${what}. ` : ''}
                {t(isUntold ? 'untold_what' : `${state}_what`)} {t('since')} <Time at={since} form="short" />.
              </p>
              <div className="row cause-acts">
                <Link prefetch={false} className="btn s" href={{ pathname: '/sagas', query: { cause: param } }}>
                  {t(isUntold ? 'call_list' : 'open')}
                  <span className="vh">: {isUntold ? t('untold') : what}</span>
                </Link>
                <RetryGroup cause={param} what={what} count={count} seenAt={seenAt} action={action} listAll={listAll} />
              </div>
            </article>
          )
        })}
      </div>
    </section>
  )
}
