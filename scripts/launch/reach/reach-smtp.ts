import { reachSmtp } from '@/lib/adapters/mail/smtp'

const patienceMs = 5_000

/**
 * Returns what to say of the mail server as the clinic starts; empty when there is none. One that is away keeps no
 * clinic closed.
 */
export async function wordOnSmtp(url: string | undefined): Promise<string> {
  if (!url) return ''
  const { host } = new URL(url)
  const because = await reachSmtp(url, AbortSignal.timeout(patienceMs))
  if (because === null) return `Mails are sent by ${host}.`
  return `SMTP_URL: ${why(because, host)}; bookings go on, and their mails are sent when it does.`
}

function why(because: Exclude<Awaited<ReturnType<typeof reachSmtp>>, null>, host: string): string {
  if (because === 'no_answer') return `no mail server answers at ${host}`
  if (because === 'certificate') {
    return `${host} does not show a certificate that is trusted here (one of your own goes into NODE_EXTRA_CA_CERTS)`
  }
  if (because === 'encryption') return `${host} answers and does not agree to encrypt as smtp: or smtps: asks for`
  return `${host} does not let us in (${because})`
}
