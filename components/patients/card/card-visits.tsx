import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DoctorName } from '@/components/ui/doctor-name'
import { Time } from '@/components/ui/time'
import { visitLooks } from '@/components/visit/visit-looks'
import type { Standing } from '@/lib/domain/appointment/standing'
import styles from './card.module.css'

/** A visit as a card shows it. Instants are ISO strings. */
export type ShownVisit = {
  id: string
  startsAt: string
  standing: Standing
  doctor: { name: string; form: 'Dre' | 'Dr' }
  visitType: { fr: string; en: string } | null
  /** Its own page, for whoever may open it; null where they may not. */
  path: Route | null
}

/** Visits of one person, with every doctor: when on the left, with whom and what for on the right. */
export function CardVisits({ name, visits, none }: { name: string; visits: readonly ShownVisit[]; none: string }) {
  const t = useTranslations('day')
  const locale = useLocale() as 'fr' | 'en'
  return (
    <section className={`sheet padded ${styles.visits}`} aria-label={name}>
      <h2>{name}</h2>
      {visits.length === 0 && <p className="soft above-2">{none}</p>}
      <ul>
        {visits.map(({ id, startsAt, standing, doctor, visitType, path }) => {
          const { Icon, state } = visitLooks[standing]
          const when = <Time at={startsAt} form="dayWithYear" />
          return (
            <li key={id} data-standing={standing}>
              <span className={styles.when}>
                {path ? (
                  <Link prefetch={false} href={path}>
                    {when}
                  </Link>
                ) : (
                  when
                )}
                <small>
                  <Time at={startsAt} form="clock" />
                </small>
              </span>
              <span className={styles.what}>
                <span>
                  <DoctorName doctor={doctor} />
                  {visitType && <span className="soft"> · {visitType[locale]}</span>}
                </span>
                <span className={`state ${state}`}>
                  <Icon className="icon" aria-hidden="true" />
                  {t(`state_${standing}`)}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
