import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Db } from '@/lib/db/client'
import { blindIndex, derived, seal } from '@/lib/db/sealed'
import { newId } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'
import { countSignInTry } from './count-sign-in-try'

const livesMs = 10 * 60_000
const triesMax = 5
const mailsPerMinute = 3

type Mail = { subject: string; text: string; html: string | null; ics: null }

/**
 * Makes a code for a patient's address and stores the mail that carries it; answers with the key of that message, or with
 * none when nobody ever booked with this address: whoever asks is told the same. Refuses `too_many_tries`. `now` is an ISO
 * instant.
 */
export async function offerSignInCode(db: Db, email: string, render: (code: string) => Promise<Mail>, now: string) {
  const counted = await countSignInTry(db, `code:${email}`, now, mailsPerMinute)
  if (!counted.ok) return counted
  const emailIndex = blindIndex(email)
  if ((await db.patient.count({ where: { emailIndex } })) === 0) return accept({ key: null })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const key = `sign-in:${newId()}`
  const fresh = { codeHash: hash(code, emailIndex), tries: 0, expiresAt: new Date(Date.parse(now) + livesMs) }
  const sealed = {
    recipient: seal(email, 'message.recipient'),
    content: seal(JSON.stringify(await render(code)), 'message.content'),
  }
  const message = { key, channel: 'email', kind: 'sign_in_code', role: 'patient', status: 'stored', createdAt: now }
  await db.$transaction([
    db.signInCode.upsert({ where: { emailIndex }, create: { emailIndex, ...fresh }, update: fresh }),
    db.message.create({ data: { ...message, ...sealed } }),
  ])
  return accept({ key })
}

/**
 * Whether this is the code that was last mailed to an address. A code is good once, for ten minutes and five tries. Refuses
 * `code_wrong` and `code_over`.
 */
export async function redeemSignInCode(db: Db, email: string, code: string, now: string) {
  const emailIndex = blindIndex(email)
  // Counted before it is compared, so that tries made at once are all counted.
  const [row] = await db.signInCode.updateManyAndReturn({
    where: { emailIndex, tries: { lt: triesMax }, expiresAt: { gt: new Date(now) } },
    data: { tries: { increment: 1 } },
  })
  if (!row) return refuse('code_over')
  if (!timingSafeEqual(hash(code, emailIndex), row.codeHash)) return refuse('code_wrong')
  const { count } = await db.signInCode.deleteMany({ where: { emailIndex, codeHash: row.codeHash } })
  return count === 1 ? accept(null) : refuse('code_over')
}

function hash(code: string, emailIndex: Uint8Array): Uint8Array<ArrayBuffer> {
  const keyed = createHmac('sha256', derived('sign-in-code')).update(emailIndex).update(code)
  return Uint8Array.from(keyed.digest())
}
