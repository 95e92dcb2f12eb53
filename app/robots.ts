import type { MetadataRoute } from 'next'
import { env } from '@/lib/settings/env'

/** What search engines may ask for. That a page is not to be kept, it says itself; here stands what is no page. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: ['/', '/api/photos/'], disallow: ['/api/', '/book/'] },
    sitemap: new URL('/sitemap.xml', env().CARNET_URL).href,
  }
}
