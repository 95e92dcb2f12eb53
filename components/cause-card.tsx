import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Failure } from '@/lib/domain/saga/failure'
import { useSagaWords } from './saga-words'
import { Time } from './time'

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

/** One cause, how many it holds up, and what cures it. Without JavaScript the button opens the list of them. */
export function CauseCard({ cause, onRetry }: { cause: ShownCause; onRetry: () => void }) {
  const t = useTranslations('causes')
  const words = useSagaWords()
  const { state, service, kind, status, count, since, param } = cause
  const isUntold = state === 'attention' && kind === 'permanent' && (service === 'mail' || service === 'sms')
  const what = words.failure({ service, kind, status })
  return (
    <article className={`sheet cause ${state === 'attention' ? 'attention' : 'waiting'}`}>
      <div className="cause-head">
        <h3>{isUntold ? t('untold') : what}</h3>
        <span className="big">
          {count}
          <span className="vh"> {t('sagas', { count })}</span>
        </span>
      </div>
      <p className="small soft">
        {isUntold && `${what}. `}
        {t(isUntold ? 'untold_what' : `${state}_what`)} {t('since')} <Time at={since} form="short" />.
      </p>
      <div className="row cause-acts">
        <Link prefetch={false} className="btn s" href={{ pathname: '/sagas', query: { cause: param } }}>
          {t(isUntold ? 'call_list' : 'open')}
          <span className="vh">: {what}</span>
        </Link>
        <form
          action="/sagas"
          onSubmit={(event) => {
            event.preventDefault()
            onRetry()
          }}
        >
          <input type="hidden" name="cause" value={param} />
          <button type="submit" className="btn s bare">
            {t('retry', { count })}
            <span className="vh">: {what}</span>
          </button>
        </form>
      </div>
    </article>
  )
}
