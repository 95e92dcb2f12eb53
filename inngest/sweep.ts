import { registerGuests } from '@/lib/commands/patient/register-guests'
import { indexNamesAnew } from '@/lib/commands/people/index-names-anew'
import { askDeskAboutUnreached } from '@/lib/commands/saga/ask-desk'
import { noteSweep } from '@/lib/commands/saga/note-sweep'
import { postDueReminders } from '@/lib/commands/saga/post-due-reminders'
import { retryAfterOutage } from '@/lib/commands/saga/retry-after-outage'
import { tellFormerContacts, tellingMs } from '@/lib/commands/visit/tell-former-contacts'
import { giveMissingLinks } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { underLease } from '@/lib/outbox/lease'
import { env } from '@/lib/settings/env'
import { relayNow } from './relay-now'
import { sendDigests } from './send-digests'
import { wakeOverdueRuns, wakeOverdueSagas } from './wake-overdue'

/** So many portions of 500 names are indexed anew in one sweep. */
const portionsOfNames = 20

/**
 * What must not be forgotten: reminders whose time has come fall due, sagas that gave up in an outage that has ended
 * are tried again, the desk hears of patients whom nothing reaches, doctors of what waits for them, former addresses of
 * their change, what the outbox holds is posted, and every saga and
 * every run that is late and uncarried is woken. Guests whom an earlier release has booked for are registered, its visits get their links, and names that it has
 * indexed are indexed anew.
 */
export async function sweep(now: Date): Promise<{ reminded: number; retried: number; woken: number }> {
  const at = now.toISOString()
  const reminded = await postDueReminders(db(), at)
  await registerGuests(db(), at)
  await giveMissingLinks(db(), at)
  const retried = await retryAfterOutage(db(), at)
  await askDeskAboutUnreached(db(), at, env().ADDRESS_PATIENCE_MS)
  const alone = { leaseMs: tellingMs, now: () => new Date() }
  await underLease(db(), 'former-contacts', alone, () => tellFormerContacts(db(), at))
  await relayNow()
  const woken = (await wakeOverdueSagas(now)) + (await wakeOverdueRuns(now))
  await noteSweep(db(), now)
  await sendDigests(at)
  await indexNamesAnew(db(), portionsOfNames)
  return { reminded, retried, woken }
}
