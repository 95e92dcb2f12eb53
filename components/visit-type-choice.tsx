import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'

type VisitTypeChoiceProps = { types: readonly VisitType[]; chosen: VisitType; path: string; week: number }

/** What one comes for. Each is a link, so that hours for it can be kept and shared, and no script is needed. */
export function VisitTypeChoice({ types, chosen, path, week }: VisitTypeChoiceProps) {
  const t = useTranslations('doctor')
  const locale = useLocale() as 'fr' | 'en'
  return (
    <nav className="pb-6" aria-labelledby="types">
      <h2 id="types" className="pb-3">
        {t('type')}
      </h2>
      <div className="types">
        {types.map(({ id, name, minutes, autoConfirm }) => (
          <Link
            prefetch={false}
            scroll={false}
            key={id}
            className="type"
            href={{ pathname: path as Route, query: { type: id, ...(week > 0 && { week }) } }}
            aria-current={id === chosen.id ? 'true' : undefined}
          >
            <b>{name[locale]}</b>
            <span>
              {t('minutes', { minutes })}
              {autoConfirm && ` · ${t('at_once')}`}
            </span>
          </Link>
        ))}
      </div>
    </nav>
  )
}
