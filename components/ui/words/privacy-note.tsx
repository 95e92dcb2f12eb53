import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Where somebody leaves what is about them: what it is for, and where more is said. */
export function PrivacyNote() {
  const t = useTranslations('page_text')
  return (
    <p className="small mute above-2">
      {t.rich('form_privacy', {
        link: (words) => (
          <Link prefetch={false} href={'/privacy' as Route}>
            {words}
          </Link>
        ),
      })}
    </p>
  )
}
