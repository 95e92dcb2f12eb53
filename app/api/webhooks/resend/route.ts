import { readResendWebhook } from '@/lib/adapters/resend-webhook'
import { reportDelivery } from '@/lib/commands/report-delivery'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { readBody } from '../read-body'

const longest = 100_000

/** Resend tells what became of a mail. A signature that is not its own is refused; what is not about us is thanked for. */
export async function POST(request: Request) {
  const { RESEND_WEBHOOK_SECRET: secret } = env()
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
