import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** There is no such page, and the way back. */
export function NotFoundNote() {
  const t = useTranslations('page')
  return (
    <div className="narrow py-16">
      <h1>{t('not_found')}</h1>
      <p className="soft py-4">{t('not_found_body')}</p>
      <Link className="btn pen" href="/">
        {t('to_start')}
      </Link>
    </div>
  )
}
