import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { db } from '@/lib/db/client'
import type { SetUpKey } from '@/lib/domain/opening/opening'
import type { Relation, Role } from '@/lib/domain/people/role'
import { isoNow } from '@/lib/iso-now'
import { findFeedDoctor } from '@/lib/queries/calendar/calendar-feed'
import { findSetUpKey } from '@/lib/queries/opening/opening'
import { findDoctorOfUser, type ScheduledDoctor } from '@/lib/queries/people/doctors'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { type Access, inThisClinic, isOpenTo } from './access'
import { signInAddress } from './return-address'
import { isOpen } from './set-up/is-open'
import { findSignedIn, type SignedIn } from './signed-in'

type FeedDoctor = NonNullable<Awaited<ReturnType<typeof findFeedDoctor>>>

/** What somebody shows to get in, beside being signed in. */
export type Shown<Entry extends Access> = Entry extends 'visit-link' | 'feed-link' | 'set-up' ? [token: string] : []

/**
 * What is known of whoever got in: who has signed in, with the doctor they are; the id of the visit that a link opens; the doctor of a feed. Of anyone, nothing.
 */
export type Admitted<Entry extends Access> = Entry extends 'anyone' | 'before-opening'
  ? undefined
  : Entry extends 'nobody'
    ? never
    : Entry extends 'visit-link'
      ? string
      : Entry extends 'feed-link'
        ? FeedDoctor
        : Entry extends 'set-up'
          ? SetUpKey
          : Entry extends { inDemo: infer Demo extends Access; otherwise: infer Otherwise extends Access }
            ? Admitted<Demo> | Admitted<Otherwise>
            : { user: SignedIn; doctor: DoctorAmong<Entry> }

/**
 * What is one's own is a doctor's: it is theirs alone where no other role gets in, and nobody's in particular for the
 * others.
 */
type DoctorAmong<Entry> = Entry extends { doctor: Relation }
  ? Exclude<keyof Entry & Role, 'doctor'> extends never
    ? ScheduledDoctor
    : ScheduledDoctor | null
  : null

/**
 * Lets in whoever may come in here, and returns what is known of them. Somebody who has not signed in is led to the
 * sign-in page where signing in could help, and back from there; for everybody else there is no such page.
 */
export async function admit<Entry extends Access>(entry: Entry, ...shown: Shown<Entry>): Promise<Admitted<Entry>> {
  return (await whoComes(entry, shown[0] ?? '')) as Admitted<Entry>
}

type Person = { user: SignedIn; doctor: ScheduledDoctor | null }

async function whoComes(entry: Access, token: string): Promise<undefined | string | FeedDoctor | Person> {
  const access = inThisClinic(entry)
  if (access === 'anyone') return undefined
  if (access === 'before-opening') return (await isOpen()) ? notFound() : undefined
  if (access === 'nobody') notFound()
  if (access === 'visit-link') return linkedVisit(token)
  if (access === 'feed-link') return (await findFeedDoctor(db(), token)) ?? notFound()
  if (access === 'set-up') return (await findSetUpKey(db(), token, isoNow())) ?? notFound()
  const user = await findSignedIn()
  if (!user) redirect((await signInAddress()) as Route)
  if (!isOpenTo(access, user.role)) notFound()
  if (user.role !== 'doctor') return { user, doctor: null }
  return { user, doctor: (await findDoctorOfUser(db(), user.id)) ?? notFound() }
}

/** A link that opened its page once leads to where another can be had, with a word on why. */
async function linkedVisit(shown: string): Promise<string> {
  const link = (await findVisitLink(db(), unescaped(shown), isoNow())) ?? notFound()
  if (!link.opens) redirect(`/my-visits?link=${link.because}` as Route)
  return link.appointmentId
}

/** An address reaches us with its escapes. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
