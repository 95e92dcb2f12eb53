import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('page'))('not_found') }
}

export default async function NotFound() {
  const t = await getTranslations('page')
  return (
    <main className="wrap narrow py-16">
      <h1>{t('not_found')}</h1>
      <p className="soft py-4">{t('not_found_body')}</p>
      <Link className="btn pen" href="/">
        {t('to_start')}
      </Link>
    </main>
  )
}
