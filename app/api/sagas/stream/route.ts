import { mayCall } from '@/app/api/may-call'
import { isOfVisits } from '@/lib/domain/hint'
import { changesOf } from '@/lib/web/change-stream'

/** Tells the desk's open pages that some visit or saga has changed. Carries ids alone: the page reads again. */
export async function GET(request: Request) {
  const { user } = await mayCall('/api/sagas/stream')
  return changesOf({
    reader: { known: user.id },
    tell: (hint) => (isOfVisits(hint) ? hint : undefined),
    signal: request.signal,
  })
}
