import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { bookPath } from './book-path'
import { NearestSlots } from './nearest-slots'

type VisitAgainProps = { doctor: { slug: string }; nearest: readonly Slot[]; phone: string }

/** What to do when a visit will not take place: the nearest free hours of the same doctor. */
export function VisitAgain({ doctor, nearest, phone }: VisitAgainProps) {
  const t = useTranslations('status')
  return (
    <section className="sheet pad" aria-labelledby="again">
      <h2 id="again">{t('again')}</h2>
      {nearest.length > 0 ? (
        <NearestSlots pathOf={(slot) => bookPath(doctor.slug, slot)} slots={nearest} />
      ) : (
        <p className="soft pt-2">{t('again_none', { phone })}</p>
      )}
      <p className="small pt-4">
        <Link href="/">{t('see_all')}</Link>
      </p>
    </section>
  )
}
