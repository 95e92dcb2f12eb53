import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

type PagesProps = { path: Route; page: number; size: number; total: number }

/** Where we are in a long list, and the way on. Nothing for a list of one page. */
export function Pages({ path, page, size, total }: PagesProps) {
  const t = useTranslations('sagas')
  const from = (page - 1) * size + 1
  const to = Math.min(page * size, total)
  if (total <= size) return null
  return (
    <nav className="row py-4 justify-between" aria-label={t('pages')}>
      <span className="mute small">{t('range', { from, to, total })}</span>
      <span className="row">
        {page > 1 && (
          <Link className="btn" href={{ pathname: path, query: { page: page - 1 } }}>
            {t('previous')}
          </Link>
        )}
        {to < total && (
          <Link className="btn" href={{ pathname: path, query: { page: page + 1 } }}>
            {t('next')}
          </Link>
        )}
      </span>
    </nav>
  )
}
