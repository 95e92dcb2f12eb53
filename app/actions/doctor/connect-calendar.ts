'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { discoverCalendars } from '@/lib/adapters/calendar/caldav-discovery'
import { type CalendarChoice, openChoice, sealChoice } from '@/lib/commands/calendar/calendar-choice'
import { connectCalendar } from '@/lib/commands/calendar/connect-calendar'
import { startAlignment } from '@/lib/commands/calendar/start-alignment'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { checked, filledIn, form, password, text } from '@/lib/web/fields'
import { type Done, formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const account = form({
  address: text({ limit: 'url', missing: 'server_address_missing' }),
  username: text({ limit: 'line', missing: 'username_missing' }),
  password: password('serverPassword', 'server_password_missing', 'credentials_refused'),
})
const chosen = form({
  sealed: filledIn(100_000),
  calendar: checked(filledIn(2_000), (url) => url !== '', 'calendar_not_chosen'),
})

/**
 * A doctor connects their own calendar: it is looked for, tried, and kept. When there are several, the answer carries
 * them, and what was typed so that only we can read it, and the doctor chooses.
 */
export async function connectCalendarAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor } = await mayPress('connectCalendar')
  const who = { doctorId: doctor.id, by: user.id }
  const sealed = data.get('sealed')
  return typeof sealed === 'string' ? choose(who, sealed, data) : find(who, data)
}

type Who = { doctorId: string; by: string }

async function find(who: Who, data: FormData): Promise<FormAnswer> {
  return formAction(account, data, async ({ address, username, password }) => {
    const found = await discoverCalendars({ address, username, password }, deadline())
    if (!found.ok) return [refusedAt(fieldOf(found.refused), found)]
    const calendars = found.value.map(({ url, name }) => ({ url, name }))
    const choice = { doctorId: who.doctorId, username, password, calendars }
    const [only, another] = calendars
    if (only && !another) return connect(choice, who.by, only, 'address')
    return { shown: offered(choice, sealChoice(choice, isoNow())) }
  })
}

async function choose(who: Who, sealed: string, data: FormData): Promise<FormAnswer> {
  const choice = openChoice(sealed, who.doctorId, isoNow())
  if (!choice) return { refusals: [{ field: 'address', name: 'choice_over' }], values: {} }
  const answer = await formAction(chosen, data, async ({ calendar }) => {
    const wanted = choice.calendars.find(({ url }) => url === calendar)
    return wanted ? connect(choice, who.by, wanted, 'calendar') : [{ field: 'calendar', name: 'calendar_not_chosen' }]
  })
  return { ...answer, values: { ...answer.values, ...offered(choice, sealed) } }
}

type Found = CalendarChoice['calendars'][number]

/** Once it is connected, what lies ahead is written there; what the calendar refuses then is told on its page. */
async function connect(choice: CalendarChoice, by: string, { url, name }: Found, field: string): Promise<Done> {
  const { doctorId, username, password } = choice
  const connected = await connectCalendar(db(), { doctorId, url, name, username, password }, isoNow(), deadline())
  if (!connected.ok) return [refusedAt(connected.refused === 'credentials_refused' ? 'password' : field, connected)]
  const timing = { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS, now: isoNow }
  await startAlignment(db(), { requestId: newId(), doctorId, work: 'compare', by }, timing)
  revalidatePath('/own-calendar')
  after(relayNow)
  return { shown: { connected: name } }
}

function offered({ calendars }: CalendarChoice, sealed: string) {
  return { sealed, found: JSON.stringify(calendars) }
}

function fieldOf(refused: string): string {
  return refused === 'credentials_refused' ? 'password' : 'address'
}

function deadline(): AbortSignal {
  return AbortSignal.timeout(env().STEP_DEADLINE_MS)
}
