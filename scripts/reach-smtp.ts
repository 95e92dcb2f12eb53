import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { reachSmtp } from '@/lib/adapters/smtp'

const patienceMs = 5_000

/** What to say of the mail server as the clinic starts; empty when there is none. One that is away keeps no clinic closed. */
export async function wordOnSmtp(url: string | undefined): Promise<string> {
  if (!url) return ''
  const { host } = new URL(url)
  try {
    await reachSmtp(url, AbortSignal.timeout(patienceMs))
    return `Mails are sent by ${host}.`
  } catch (error) {
    const status = error instanceof ExternalServiceError ? error.failure.status : null
    const why = status === null ? `no mail server answers at ${host}` : `${host} does not let us in (${status})`
    return `SMTP_URL: ${why}; bookings go on, and their mails are sent when it does.`
  }
}
