import { readBody } from '@/app/api/read-body'
import { secretOf } from '@/app/api/secret-of'
import { readTwilioCallback, twilioCallbackUrl } from '@/lib/adapters/sms/twilio-callback'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { log } from '@/lib/telemetry/log'

const longest = 20_000

/**
 * Twilio tells what became of an SMS. A signature that is not its own is refused; what is not about us is thanked for.
 */
export async function POST(request: Request) {
  const token = secretOf('/api/webhooks/twilio')
  const key = new URL(request.url).searchParams.get('message')
  if (!token || !key) return new Response(null, { status: 404 })
  const body = await readBody(request, longest)
  if (body === undefined) return new Response(null, { status: 413 })
  const signature = request.headers.get('x-twilio-signature') ?? ''
  let report: ReturnType<typeof readTwilioCallback>
  try {
    const url = twilioCallbackUrl(env().CARNET_URL, key)
    report = readTwilioCallback({ url, form: new URLSearchParams(body), signature }, token, isoNow())
  } catch {
    return new Response(null, { status: 401 })
  }
  if (report && !(await reportDelivery(db(), report)))
    log().info({ key: report.key }, 'a report about no message of ours')
  return new Response(null, { status: 204 })
}
