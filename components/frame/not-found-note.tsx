import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** There is no such page, and the way back. */
export function NotFoundNote() {
  const t = useTranslations('page')
  return (
    <div className="narrow above-7 below-7">
      <h1>{t('not_found')}</h1>
      <p className="soft above-4 below-4">{t('not_found_body')}</p>
      <Link className="button pen" href="/">
        {t('to_start')}
      </Link>
    </div>
  )
}
