import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Dot } from '@/components/ui/dot'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import styles from './booking.module.css'

type VisitTypeChoiceProps = { types: readonly VisitType[]; chosen: VisitType; path: string; week: number }

/** What one comes for. Each is a link, so that hours for it can be kept and shared, and no script is needed. */
export function VisitTypeChoice({ types, chosen, path, week }: VisitTypeChoiceProps) {
  const t = useTranslations('doctor')
  const locale = useLocale() as 'fr' | 'en'
  return (
    <nav className="below-5" aria-labelledby="types">
      <h2 id="types" className="below-3">
        {t('type')}
      </h2>
      <div className={styles.types}>
        {types.map(({ id, name, minutes, autoConfirm }) => (
          <Link
            prefetch={false}
            scroll={false}
            key={id}
            className={styles.type}
            href={{ pathname: path as Route, query: { type: id, ...(week > 0 && { week }) } }}
            aria-current={id === chosen.id ? 'true' : undefined}
          >
            <b>{name[locale]}</b>
            <span>
              {t('minutes', { minutes })}
              {autoConfirm && (
                <>
                  <Dot />
                  {t('at_once')}
                </>
              )}
            </span>
          </Link>
        ))}
      </div>
    </nav>
  )
}
