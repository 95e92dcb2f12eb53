import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Params = Record<string, string>

type SagaPagesProps = {
  /** Where the pages before and after begin; null where there is none. */
  previous: Params | null
  next: Params | null
  /** How many sagas come before this page's first, how many are on it, on all pages, and on a full one. */
  before: number
  count: number
  total: number
  perPage: number
}

/** Which part of the list this is, and the pages before and after. */
export function SagaPages({ previous, next, before, count, total, perPage }: SagaPagesProps) {
  const t = useTranslations('sagas')
  const tl = useTranslations('saga_list')
  if (count === 0) return null
  const page = Math.floor(before / perPage) + 1
  const pages = Math.max(page, Math.ceil(total / perPage))
  return (
    <nav className="row above-3 below-4 apart" aria-label={t('pages')}>
      <span className="mute small">
        {tl('range', { from: before + 1, to: before + count, total })}
        {pages > 1 && ` · ${tl('page', { page, pages })}`}
      </span>
      {pages > 1 && (
        <span className="row">
          <PageLink params={previous} label={t('previous')} />
          <PageLink params={next} label={t('next')} />
        </span>
      )}
    </nav>
  )
}

function PageLink({ params, label }: { params: Params | null; label: string }) {
  if (!params)
    return (
      <span className="button compact" aria-disabled="true">
        {label}
      </span>
    )
  return (
    <Link prefetch={false} className="button compact" href={{ pathname: '/sagas', query: params }}>
      {label}
    </Link>
  )
}
