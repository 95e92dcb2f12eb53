import { changesOf } from '@/lib/change-stream'
import { visitOf } from '@/lib/visit-link'

/** Tells the patient's page that its visit has changed. Carries no data: the page reads again. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const id = await visitOf((await params).token)
  if (!id) return new Response(null, { status: 404 })
  return changesOf((changed) => changed === id, request.signal)
}
