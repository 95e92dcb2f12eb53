import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { feedIcs } from '@/lib/mails/feed-ics'
import { findFeedDoctor, listFeedVisits } from '@/lib/queries/calendar-feed'

/** A doctor's visits for their calendar programs. Whether an address never was or is over is not told. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const doctor = await findFeedDoctor(db(), (await params).token)
  if (!doctor) return new Response(null, { status: 404 })
  const visits = await listFeedVisits(db(), doctor.id, new Date().toISOString())
  const ics = feedIcs({ visits, language: doctor.language, home: env().CARNET_URL })
  const etag = `"${createHash('sha256').update(ics).digest('base64url')}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(ics, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

/** A proxy that compresses makes an ETag weak; for a reader it is the same one (RFC 9110, 13.1.2). */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
