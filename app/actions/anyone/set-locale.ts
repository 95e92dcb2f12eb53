'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { localeCookie, locales } from '@/lib/web/i18n'
import { mayPress } from '../may-press'

const yearSeconds = 365 * 24 * 60 * 60

/** Keeps the language a reader chose. */
export async function setLocale(form: FormData): Promise<void> {
  await mayPress('setLocale')
  const chosen = locales.find((locale) => locale === form.get('locale'))
  if (!chosen) return
  const jar = await cookies()
  jar.set(localeCookie, chosen, { maxAge: yearSeconds, sameSite: 'lax', path: '/' })
  revalidatePath('/', 'layout')
}
