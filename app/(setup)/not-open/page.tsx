import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('not_open') }
}

/** What everybody sees, whatever they asked for, before the clinic is open. */
export default async function NotOpenPage() {
  await requirePage('/not-open')
  const t = await getTranslations('setup')
  return (
    <div className="narrow above-7 below-7">
      <h1>{t('not_open')}</h1>
      <p className="soft above-3">{t('not_open_body')}</p>
    </div>
  )
}
