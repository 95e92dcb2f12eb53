import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { connection } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UntakenForm } from '@/components/form/untaken'
import { db } from '@/lib/db/client'
import { findClinic } from '@/lib/queries/clinic/clinic'
import { env } from '@/lib/settings/env'
import { atTheClinic } from '@/lib/views/at-the-clinic'
import { untakenHere } from '@/lib/web/untaken/untaken-here'
import { ClientMessages } from './client-messages'
import { groundColors } from './ground-colors'
import './globals.css'

const geist = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  variable: '--font-geist',
  weight: '100 900',
})

/** Addresses are those under which people reach the clinic, whatever a request calls it. A page that may be found says so. */
export async function generateMetadata(): Promise<Metadata> {
  const [t, locale, clinic] = await Promise.all([getTranslations('page'), getLocale(), findClinic(db())])
  const name = clinic?.name ?? 'Carnet'
  const title = clinic ? t('title', { atTheClinic: atTheClinic(name, locale) }) : name
  return {
    metadataBase: new URL(env().CARNET_URL),
    title: { default: title, template: `%s – ${name}` },
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: groundColors.light },
    { media: '(prefers-color-scheme: dark)', color: groundColors.dark },
  ],
}

/** Every page is made for its request: the content security policy's nonce is a fresh one each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang={await getLocale()} className={geist.variable}>
      <body>
        <ClientMessages on="every_page">
          <UntakenForm back={await untakenHere()}>{children}</UntakenForm>
        </ClientMessages>
      </body>
    </html>
  )
}
