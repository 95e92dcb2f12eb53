import { mayCall } from '@/app/api/may-call'
import { changesOf } from '@/lib/web/change-stream'

/** Tells the patient's page that its visit has changed. Carries nothing: the page reads again. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const id = await mayCall('/api/v/[token]/stream', (await params).token)
  return changesOf({
    reader: { known: id },
    tell: ({ visit }) => (visit === id ? {} : undefined),
    signal: request.signal,
  })
}
