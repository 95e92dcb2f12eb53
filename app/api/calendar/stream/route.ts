import { changesOf } from '@/lib/change-stream'
import { requireRole } from '@/lib/session'

/** Tells an open calendar that some visit has changed. Carries no data: the page reads its own visits again. */
export async function GET(request: Request) {
  await requireRole('doctor')
  return changesOf(() => true, request.signal)
}
