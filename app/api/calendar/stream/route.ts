import { mayCall } from '@/app/api/may-call'
import { isOfVisits } from '@/lib/domain/hint'
import { changesOf } from '@/lib/web/change-stream'

/** Tells a doctor's open pages that some visit of theirs has changed. Carries ids alone: the page reads again. */
export async function GET(request: Request) {
  const { user, doctor } = await mayCall('/api/calendar/stream')
  return changesOf({
    reader: { known: user.id },
    tell: (hint) => (hint.doctor === doctor.id && isOfVisits(hint) ? hint : undefined),
    signal: request.signal,
  })
}
