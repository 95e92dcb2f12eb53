import type { Metadata } from 'next'
import localFont from 'next/font/local'
import { connection } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic'
import { ClientMessages } from './client-messages'
import './globals.css'

const geist = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  variable: '--font-geist',
  weight: '100 900',
})

export async function generateMetadata(): Promise<Metadata> {
  const [t, clinic] = await Promise.all([getTranslations('page'), getClinic(db())])
  return { title: { default: t('title', { clinic: clinic.name }), template: '%s – Carnet' } }
}

/** Every page is made for its request: the content security policy's nonce is a fresh one each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang={await getLocale()} className={geist.variable}>
      <body>
        <ClientMessages on="every_page">{children}</ClientMessages>
      </body>
    </html>
  )
}
