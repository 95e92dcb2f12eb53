import { secretOf } from '@/app/api/secret-of'
import { db } from '@/lib/db/client'
import { contentTypes, expose, formatFor } from '@/lib/measures/exposition'
import { scrape } from '@/lib/measures/scrape'
import { isSecret } from '@/lib/measures/secret'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

/** What Prometheus asks for, with the token of the settings; without one there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const token = secretOf('/api/metrics')
  if (!token) return new Response(null, { status: 404 })
  if (!isSecret(request.headers.get('authorization'), `Bearer ${token}`)) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const format = formatFor(request.headers.get('accept'))
  const { RECOVERY_AFTER_MS, KAFKA_BROKERS, KAFKA_TOPIC } = env()
  try {
    const topic = KAFKA_BROKERS && KAFKA_TOPIC
    const families = await scrape(db(), { now: new Date(), lateMs: RECOVERY_AFTER_MS, topic })
    const headers = { 'content-type': contentTypes[format], 'cache-control': 'no-store', vary: 'accept' }
    return new Response(expose(families, format), { headers })
  } catch (error) {
    log().warn({ fault: faultOf(error) }, 'nothing could be measured')
    return new Response(null, { status: 503 })
  }
}
