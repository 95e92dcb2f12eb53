import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { db } from '@/lib/db/client'
import { clinicPages } from '@/lib/domain/clinic-pages'
import { listDoctors } from '@/lib/queries/people/doctors'
import { env } from '@/lib/settings/env'

/** The pages that anybody may find: the first, the clinic's, and one of each doctor who receives. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const doctors = (await listDoctors(db())).filter(({ visitTypes }) => visitTypes.length > 0)
  const paths = [
    '/',
    '/contact',
    ...doctors.map(({ slug }) => `/doctors/${slug}`),
    ...clinicPages.map((page) => `/${page}`),
  ]
  return paths.map((path) => ({ url: new URL(path, env().CARNET_URL).href }))
}
