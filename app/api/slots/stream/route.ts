import { mayCall } from '@/app/api/may-call'
import { changesOf } from '@/lib/web/change-stream'
import { sourceOf } from '@/lib/web/source-of'

/**
 * Tells pages of free hours that some of a doctor's have been taken, held or let go of, and when they are. Says of no
 * visit, and asks the database nothing: anybody may open it.
 */
export async function GET(request: Request) {
  await mayCall('/api/slots/stream')
  return changesOf({
    reader: { stranger: sourceOf(request.headers) },
    tell: ({ of, doctor, from, to }) => (of === 'visit' ? undefined : { of, doctor, from, to }),
    signal: request.signal,
  })
}
