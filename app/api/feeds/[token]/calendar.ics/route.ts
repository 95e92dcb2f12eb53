import { createHash } from 'node:crypto'
import { mayCall } from '@/app/api/may-call'
import { db } from '@/lib/db/client'
import { feedIcs } from '@/lib/ics/feed-ics'
import { isoNow } from '@/lib/iso-now'
import { listFeedVisits } from '@/lib/queries/calendar/calendar-feed'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { env } from '@/lib/settings/env'

/** A doctor's visits for their calendar programs. Whether an address never was or is over is not told. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const doctor = await mayCall('/api/feeds/[token]/calendar.ics', (await params).token)
  const [visits, clinic] = await Promise.all([listFeedVisits(db(), doctor.id, isoNow()), getClinic(db())])
  const ics = feedIcs(visits, { language: doctor.language, clinic, home: env().CARNET_URL })
  const etag = `"${createHash('sha256').update(ics).digest('base64url')}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(ics, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

/** A proxy that compresses makes an ETag weak; for a reader it is the same one (RFC 9110, 13.1.2). */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
