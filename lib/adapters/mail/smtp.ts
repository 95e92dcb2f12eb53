import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Send } from '@/lib/adapters/ports'
import { icsName } from '@/lib/ics/ics-name'
import { env } from '@/lib/settings/env'
import { automatic } from './automatic'
import { smtpOptions } from './smtp-options'

/**
 * Sends by the clinic's own mail server. SMTP has no idempotency keys and cannot be asked what it has sent, so after
 * a call whose outcome nobody knows a person decides. The Message-ID follows from the key, so a server that knows it
 * drops a second. Source: RFC 5321, 4.2 (replies) and 6.1 (when responsibility passes on).
 */
export const sendBySmtp: Send = async (message, { key, signal, lostSince, isAskedAgain }) => {
  if (lostSince !== null && !isAskedAgain) throw new ExternalServiceError('mail', 'indeterminate', null)
  const { SMTP_URL = '', MAIL_FROM } = env()
  const mail = await compose(message, MAIL_FROM, key)
  try {
    await letIn(SMTP_URL, signal, (connection, failed) =>
      promised((done) => connection.send(mail.envelope, mail.body, done), failed),
    )
  } catch (error) {
    throw toServiceError(error, mail.isBegun())
  }
  return mail.messageId
}

/** Why a mail server lets nobody in: its reply, or how far it came. */
type NotReached = number | 'no_answer' | 'certificate' | 'encryption'

/** Returns whether the mail server is there and lets us in; null when it does. Sends nothing. */
export async function reachSmtp(url: string, signal: AbortSignal): Promise<NotReached | null> {
  return letIn(url, signal, async () => {}).then(() => null, notReached)
}

type Talk = (connection: SMTPConnection, failed: Promise<never>) => Promise<void>

/** Talks to the server once it has let us in, and hangs up. */
async function letIn(url: string, signal: AbortSignal, talk: Talk): Promise<void> {
  const { auth, ...options } = smtpOptions(url)
  const connection = new SMTPConnection(options)
  try {
    await within(signal, connection, async (failed) => {
      await promised((done) => connection.connect(done), failed)
      if (auth) await promised((done) => connection.login(auth, done), failed)
      await talk(connection, failed)
    })
  } finally {
    connection.quit()
  }
}

/** The mail as it is sent, and whether the server has been given any of it. */
async function compose({ to, subject, text, html, ics }: Parameters<Send>[0], from: string, key: string) {
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`
  const method = /^METHOD:(\w+)/m.exec(ics ?? '')?.[1] ?? 'PUBLISH'
  const icalEvent = ics ? { icalEvent: { method, content: ics, filename: icsName(ics) } } : {}
  const written = { from, to, subject, text, messageId, headers: automatic, ...(html && { html }), ...icalEvent }
  const node = new MailComposer(written).compile()
  const bytes = await node.build()
  let isBegun = false
  const body = Readable.from(
    (function* () {
      isBegun = true
      yield bytes
    })(),
  )
  return { messageId, body, envelope: node.getEnvelope(), isBegun: () => isBegun }
}

/**
 * Works until it is done, the deadline comes, or the connection fails; what comes of the connection later is nobody's.
 */
async function within(
  signal: AbortSignal,
  connection: SMTPConnection,
  work: (failed: Promise<never>) => Promise<void>,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    connection.once('end', () => reject(new Error('the connection ended')))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (signal.aborted) reject(signal.reason)
  })
  failed.catch(() => connection.close())
  await work(failed)
}

function promised(ask: (done: (error?: unknown) => void) => void, failed: Promise<never>): Promise<void> {
  return Promise.race([
    failed,
    new Promise<void>((resolve, reject) => ask((error) => (error ? reject(error) : resolve()))),
  ])
}

/** Replies that want a login first, or another one (RFC 4954, 6). */
const notLetIn = [530, 534, 535, 538]

type Reply = { responseCode?: number | null; command?: string; response?: string }

/**
 * A reply is the server's word: 4yz may be tried again, 5yz to the address or to the mail is a refusal, and any other
 * 5yz is a server that does not let us in, or not with this sender. Without a reply, what was begun may have been
 * taken.
 */
function toServiceError(error: unknown, isBegun: boolean): ExternalServiceError {
  const { responseCode: status = null, command = '', response = '' } = error as Reply
  if (status === null) return new ExternalServiceError('mail', isBegun ? 'unknown' : 'transient', null)
  const isOfMail = /^(RCPT TO|DATA)/.test(command) && !notLetIn.includes(status)
  if (!isOfMail || status < 500) return new ExternalServiceError('mail', 'transient', status)
  return new ExternalServiceError('mail', addressFailure(status, response, command) ?? 'permanent', status)
}

/** Of 5.1.x what is wrong with the recipient; 7 and 8 are about the sender (RFC 3463, 3.2; 10 is RFC 7505). */
const noSuchAddress = ['0', '1', '2', '3', '4', '6', '9', '10']
/** A mailbox that is closed, or full (RFC 3463, 3.3). */
const takesNothing = ['1', '2']
/** To the recipient, of a server that says no more: no such mailbox, not here, no such name (RFC 5321, 4.2.3). */
const bareReplies = [550, 551, 553]

/** Which failure of an address a reply tells of; undefined when it is about something else, such as what the mail says. */
function addressFailure(status: number, response: string, command: string): 'address' | 'unreachable' | undefined {
  const [, subject, detail = ''] = /^5\d\d[ -]5\.(\d+)\.(\d+)/.exec(response) ?? []
  if (subject === undefined) return command.startsWith('RCPT') && bareReplies.includes(status) ? 'address' : undefined
  if (subject === '1' && noSuchAddress.includes(detail)) return 'address'
  return subject === '2' && takesNothing.includes(detail) ? 'unreachable' : undefined
}

type SmtpError = { code?: string; originalCode?: string; responseCode?: number }

/**
 * nodemailer keeps Node's own code of a failed handshake beside its own, `ETLS` is that STARTTLS was refused or broken
 * off.
 */
function notReached(error: unknown): NotReached {
  const { code, originalCode = '', responseCode } = error as SmtpError
  if (code === 'ETLS' || /^(ERR_SSL_|EPROTO$)/.test(originalCode)) return 'encryption'
  if (/CERT|SIGNATURE|ISSUER|CRL|HOSTNAME_MISMATCH/.test(originalCode)) return 'certificate'
  return responseCode ?? 'no_answer'
}
