import Link from 'next/link'
import { useTranslations } from 'next-intl'

type SpecialtyFilterProps = {
  offers: readonly { doctor: { specialty: string }; count: number }[]
  current: string | undefined
}

/** A list on a desk, a scrolling row on a phone. Each entry is a link, so it works without JavaScript. */
export function SpecialtyFilter({ offers, current }: SpecialtyFilterProps) {
  const t = useTranslations('specialty')
  const tl = useTranslations('landing')
  const names = [...new Set(offers.map(({ doctor }) => doctor.specialty))].toSorted()
  const count = (name?: string) =>
    offers.filter(({ doctor }) => !name || doctor.specialty === name).reduce((sum, { count }) => sum + count, 0)
  return (
    <nav aria-label={tl('specialty')}>
      <p className="day-title pb-2" aria-hidden="true">
        {tl('specialty')}
      </p>
      <div className="filters">
        <Link prefetch={false} className="chip" href="/" aria-current={current ? undefined : 'true'}>
          {t('soonest')} <span className="num">{count()}</span>
        </Link>
        {names.map((name) => (
          <Link
            prefetch={false}
            key={name}
            className="chip"
            href={{ pathname: '/', query: { specialty: name } }}
            aria-current={name === current ? 'true' : undefined}
          >
            {t(name as 'general')} <span className="num">{count(name)}</span>
          </Link>
        ))}
      </div>
    </nav>
  )
}
