import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { isOpen } from '@/lib/web/set-up/is-open'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('not_open') }
}

/** What everybody sees, whatever they asked for, before the clinic is open. */
export default async function NotOpenPage() {
  await requirePage('/not-open')
  if (await isOpen()) notFound()
  const t = await getTranslations('setup')
  return (
    <div className="narrow above-7 below-7">
      <h1>{t('not_open')}</h1>
      <p className="soft above-3">{t('not_open_body')}</p>
    </div>
  )
}
