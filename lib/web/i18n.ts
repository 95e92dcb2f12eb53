import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { db } from '@/lib/db/client'
import { findClinic } from '@/lib/queries/clinic/clinic'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'locale'

/** Returns the reader's language: the one they chose, else the one their browser asks for, else English. */
export async function readLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  const asked = (await headers()).get('accept-language') ?? ''
  return locales.find((locale) => locale === chosen) ?? (/^fr\b/i.test(asked) ? 'fr' : 'en')
}

/** What next-intl needs for a request: language, messages, and the clinic's wall clock; UTC while there is none. */
export default getRequestConfig(async () => {
  const locale = await readLocale()
  const [messages, clinic] = await Promise.all([import(`../../messages/${locale}.json`), findClinic(db())])
  return { locale, timeZone: clinic?.timeZone ?? 'UTC', messages: messages.default }
})
