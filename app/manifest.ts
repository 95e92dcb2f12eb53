import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { groundColors } from './ground-colors'

/** What a phone shows of the clinic among its apps. It opens in a window that still shows where one is. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  const { name } = await getClinic(db())
  return {
    name,
    short_name: name,
    start_url: '/',
    display: 'minimal-ui',
    background_color: groundColors.light,
    theme_color: groundColors.light,
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/512-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
