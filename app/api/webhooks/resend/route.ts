import { readBody } from '@/app/api/read-body'
import { secretOf } from '@/app/api/secret-of'
import { readResendWebhook } from '@/lib/adapters/mail/resend-webhook'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import { db } from '@/lib/db/client'
import { log } from '@/lib/telemetry/log'

const longest = 100_000

/**
 * Resend tells what became of a mail. A signature that is not its own is refused; what is not about us is thanked for.
 */
export async function POST(request: Request) {
  const secret = secretOf('/api/webhooks/resend')
  if (!secret) return new Response(null, { status: 404 })
  const body = await readBody(request, longest)
  if (body === undefined) return new Response(null, { status: 413 })
  let report: ReturnType<typeof readResendWebhook>
  try {
    report = readResendWebhook(body, request.headers, secret)
  } catch {
    return new Response(null, { status: 401 })
  }
  if (report && !(await reportDelivery(db(), report)))
    log().info({ key: report.key }, 'a report about no message of ours')
  return new Response(null, { status: 204 })
}
