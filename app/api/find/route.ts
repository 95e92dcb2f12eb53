import { mayCall } from '@/app/api/may-call'
import { limits } from '@/lib/domain/limits'
import { isoNow } from '@/lib/iso-now'
import { suggest } from './suggest'

/** Suggests what may be meant by what somebody types on the first page, all of it public. */
export async function GET(request: Request) {
  await mayCall('/api/find')
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const suggestions = await suggest(typed.slice(0, limits.search).trim(), isoNow())
  return Response.json(suggestions, { headers: { 'cache-control': 'no-store' } })
}
