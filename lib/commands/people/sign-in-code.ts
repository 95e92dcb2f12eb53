import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Db } from '@/lib/db/client'
import { blindIndex, derived, seal } from '@/lib/db/sealed'
import { tokenHash } from '@/lib/db/token-hash'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'
import { countSignInTry } from './count-sign-in-try'

const livesMs = 10 * minuteMs
const triesMax = 5
const mailsPerMinute = 3

/** Who asks: with which address, and the secret that their browser alone has (`newSecret`). */
type Asked = { email: string; secret: string }

type Mail = { subject: string; text: string; html: string | null; ics: null }

/**
 * Makes a code for whoever asks from this browser, and returns it, for the mail alone. Nobody has asked yet whether the
 * address is known, so what is known and what is not cost the same until the answer is out. What others ask for and try
 * with the same address is theirs: no code of another browser is touched. Refuses `too_many_tries`. `now` is an ISO instant.
 */
export async function makeSignInCode(db: Db, { email, secret }: Asked, now: string) {
  const counted = await countSignInTry(db, `code:${email}`, now, mailsPerMinute)
  if (!counted.ok) return counted
  const emailIndex = blindIndex(email)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const made = { emailIndex, codeHash: hash(code, emailIndex), tries: 0, expiresAt: laterBy(now, livesMs) }
  await db.$transaction([
    db.signInCode.deleteMany({ where: { expiresAt: { lte: now } } }),
    db.signInCode.create({ data: { askedHash: tokenHash(secret), ...made } }),
  ])
  return accept({ code })
}

/**
 * Stores the mail that carries a code, for an address that somebody booked with, and returns its key; null for another.
 * Only after the answer: it takes longer for one than for the other. `now` is an ISO instant.
 */
export async function storeCodeMail(db: Db, email: string, render: () => Promise<Mail>, now: string) {
  if ((await db.patient.count({ where: { emailIndex: blindIndex(email) } })) === 0) return null
  const key = `sign-in:${newId()}`
  const message = { key, channel: 'mail', kind: 'sign_in_code', role: 'patient', status: 'stored', createdAt: now }
  const recipient = seal(email, 'message.recipient')
  await db.message.create({
    data: { ...message, recipient, content: seal(JSON.stringify(await render()), 'message.content') },
  })
  return key
}

/**
 * Whether this is the code that this browser last asked for. A code is good once, for ten minutes and five tries.
 * Refuses `code_wrong` and `code_over`, in the same words for an address that nobody booked with.
 */
export async function redeemSignInCode(db: Db, { email, secret }: Asked, code: string, now: string) {
  const [emailIndex, askedHash] = [blindIndex(email), tokenHash(secret)]
  // Counted before it is compared, so that tries made at once are all counted.
  const [row] = await db.signInCode.updateManyAndReturn({
    where: { askedHash, emailIndex, tries: { lt: triesMax }, expiresAt: { gt: new Date(now) } },
    data: { tries: { increment: 1 } },
  })
  if (!row) return refuse('code_over')
  if (!timingSafeEqual(hash(code, emailIndex), row.codeHash)) return refuse('code_wrong')
  const { count } = await db.signInCode.deleteMany({ where: { askedHash, codeHash: row.codeHash } })
  return count === 1 ? accept(null) : refuse('code_over')
}

function hash(code: string, emailIndex: Uint8Array): Uint8Array<ArrayBuffer> {
  const keyed = createHmac('sha256', derived('sign-in-code')).update(emailIndex).update(code)
  return Uint8Array.from(keyed.digest())
}
