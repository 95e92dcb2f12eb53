import { serve } from 'inngest/next'
import { NextRequest } from 'next/server'
import { readBytes } from '@/app/api/read-body'
import { inngest } from '@/inngest/client'
import { functions } from '@/inngest/functions/functions'
import { env } from '@/lib/settings/env'

const kit = serve({ client: inngest, functions })
export const { GET, PUT } = kit

/** As much as Inngest sends of what a run has come to (its documentation, "Usage limits"). */
const longest = 4 * 1024 ** 2

/** What Inngest calls. Who does not sign is not listened to, and nobody's body is read beyond what Inngest's may be. */
export async function POST(request: NextRequest, context: unknown) {
  const isSigned = request.headers.has('x-inngest-signature')
  if (!isSigned && mustSign()) return new Response(null, { status: 401 })
  const length = request.headers.get('content-length')
  if (length !== null) return Number(length) > longest ? tooLong() : kit.POST(request, context)
  const body = await readBytes(request, longest)
  if (!body) return tooLong()
  return kit.POST(new NextRequest(request.url, { method: 'POST', headers: request.headers, body }), context)
}

/** Only a dev server, on the machine of who tries things out, signs nothing. */
function mustSign(): boolean {
  const { INNGEST_SIGNING_KEY, INNGEST_DEV = '0' } = env()
  return INNGEST_SIGNING_KEY !== undefined && INNGEST_DEV === '0'
}

function tooLong(): Response {
  return new Response(null, { status: 413 })
}
