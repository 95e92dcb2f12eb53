import { changesOf } from '@/lib/change-stream'
import { requireRole } from '@/lib/session'

/** Tells an open saga page that some saga has changed. Carries no data: the page reads again. */
export async function GET(request: Request) {
  await requireRole('admin', 'staff')
  return changesOf(() => true, request.signal)
}
