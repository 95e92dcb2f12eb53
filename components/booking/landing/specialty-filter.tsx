import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SoonTime } from '@/components/ui/soon-time'
import type { SoonestOf } from '@/lib/views/landing/soonest-by-specialty'
import styles from './find.module.css'

type SpecialtyFilterProps = {
  specialties: readonly SoonestOf[]
  current: string | undefined
  /** Whether nothing was asked for, so that all of them are shown. */
  isAll: boolean
  now: string
}

/** All specialties in sight, on a desk each with its next hour. Each is a link, so that it works without a script. */
export function SpecialtyFilter({ specialties, current, isAll, now }: SpecialtyFilterProps) {
  const t = useTranslations('specialty')
  const tl = useTranslations('landing')
  const byName = new Intl.Collator(useLocale()).compare
  const word = (name: string) => t(name as 'general')
  const inOrder = specialties.toSorted((a, b) => byName(word(a.specialty), word(b.specialty)))
  return (
    <nav aria-label={tl('specialty')} className={styles.specialties}>
      <Link prefetch={false} className={styles.specialty} href="/" aria-current={isAll ? 'true' : undefined}>
        {tl('all')}
      </Link>
      {inOrder.map(({ specialty, at }) => (
        <Link
          prefetch={false}
          key={specialty}
          className={styles.specialty}
          href={{ pathname: '/', query: { specialty } }}
          aria-current={specialty === current ? 'true' : undefined}
        >
          {word(specialty)}
          {at && (
            <span className={`${styles.soon} not-on-phone`}>
              <SoonTime at={at} now={now} />
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
