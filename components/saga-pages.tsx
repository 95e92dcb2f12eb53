import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Params = Record<string, string>

/** The pages before and after, each by the place it begins at; null where there is none. */
export function SagaPages({ previous, next }: { previous: Params | null; next: Params | null }) {
  const t = useTranslations('sagas')
  if (!previous && !next) return null
  return (
    <nav className="row py-4 justify-end" aria-label={t('pages')}>
      <PageLink params={previous} label={t('previous')} />
      <PageLink params={next} label={t('next')} />
    </nav>
  )
}

function PageLink({ params, label }: { params: Params | null; label: string }) {
  if (!params)
    return (
      <span className="btn" aria-disabled="true">
        {label}
      </span>
    )
  return (
    <Link prefetch={false} className="btn" href={{ pathname: '/sagas', query: params }}>
      {label}
    </Link>
  )
}
