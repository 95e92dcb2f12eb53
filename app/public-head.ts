import type { Metadata, Route } from 'next'
import { getLocale } from 'next-intl/server'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic/clinic'

type Said = {
  title: string
  description: string
  /** Stands alone: the clinic's name is in it, or takes the place of it. */
  isWhole?: boolean
  /** Shown beside a link to the page; without it, Carnet's mark. */
  picture?: { url: string; width: number; height: number }
}

const mark = { url: '/og.png', width: 1200, height: 630 }

/**
 * Returns the head of a page that anybody may find: it can be indexed under this one address, whatever was asked for and
 * in whatever language, and says what it is to whoever is sent its link.
 */
export async function publicHead(path: Route, { title, description, isWhole, picture }: Said): Promise<Metadata> {
  const [locale, clinic] = await Promise.all([getLocale(), getClinic(db())])
  return {
    title: isWhole ? { absolute: title } : title,
    description,
    alternates: { canonical: path },
    robots: { index: true, follow: true },
    openGraph: {
      type: 'website',
      siteName: clinic.name,
      locale: locale === 'fr' ? 'fr_FR' : 'en_GB',
      url: path,
      title,
      description,
      images: [picture ?? mark],
    },
    twitter: { card: picture ? 'summary' : 'summary_large_image', title, description, images: [(picture ?? mark).url] },
  }
}
