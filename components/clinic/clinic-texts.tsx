import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ClinicPageName } from '@/lib/domain/clinic-pages'
import { dayWithYear } from '@/lib/views/wording'
import styles from './clinic.module.css'

type ClinicTextsProps = {
  /** `reviewedOn` is an ISO day. A text that nobody saved yet is a draft. */
  texts: readonly { page: ClinicPageName; saved: { owner: string; reviewedOn: string } | undefined }[]
}

/** The texts that the clinic answers for, each with who does, and since when. */
export function ClinicTexts({ texts }: ClinicTextsProps) {
  const t = useTranslations('clinic_edit')
  const tn = useTranslations('page_name')
  const locale = useLocale()
  const dayOf = (day: string) => dayWithYear(`${day}T12:00:00Z`, { locale, timeZone: 'UTC' })
  return (
    <section className="stack gap-2" aria-labelledby="texts">
      <h3 id="texts">{t('pages')}</h3>
      <p className="small mute">{t('pages_lead')}</p>
      <ul className={styles.texts}>
        {texts.map(({ page, saved }) => (
          <li key={page}>
            <Link prefetch={false} href={`/clinic/texts/${page}` as Route}>
              {tn(page)}
            </Link>
            <span className="small soft">
              {saved ? t('reviewed', { day: dayOf(saved.reviewedOn), owner: saved.owner }) : t('draft')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
