'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { discoverCalendars } from '@/lib/adapters/caldav-discovery'
import { type CalendarChoice, openChoice, sealChoice } from '@/lib/commands/calendar-choice'
import { connectCalendar } from '@/lib/commands/connect-calendar'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { formAction } from '@/lib/form-action'
import type { FormAnswer, FormRefusal } from '@/lib/form-answer'
import { requireDoctor } from '@/lib/session'

const typed = z.object({
  address: z.string().trim().min(1, 'address_missing').max(500, 'too_long'),
  username: z.string().trim().min(1, 'username_missing').max(200, 'too_long'),
  password: z.string().min(1, 'password_missing').max(500, 'too_long'),
})
const chosen = z.object({
  sealed: z.string().max(100_000, 'request_invalid'),
  calendar: z.string('choose_one').min(1, 'choose_one'),
})

/**
 * A doctor connects their own calendar: it is looked for, tried, and kept. When there are several, the answer carries them,
 * and what was typed so that only we can read it, and the doctor chooses.
 */
export async function connectCalendarAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  const sealed = data.get('sealed')
  return typeof sealed === 'string' ? choose(doctor.id, sealed, data) : find(doctor.id, data)
}

async function find(doctorId: string, data: FormData): Promise<FormAnswer> {
  const more: Record<string, string> = {}
  const answer = await formAction(typed, data, async ({ address, username, password }) => {
    const found = await discoverCalendars({ address, username, password }, deadline())
    if (!found.ok) return [{ field: fieldOf(found.refused), name: found.refused, data: found.data }]
    const calendars = found.value.map(({ url, name }) => ({ url, name }))
    const choice = { doctorId, username, password, calendars }
    const [only, another] = calendars
    if (only && !another) return connect(choice, only, 'address', more)
    Object.assign(more, offered(choice, sealChoice(choice, clock())))
    return []
  })
  return { ...answer, values: { ...answer.values, ...more } }
}

async function choose(doctorId: string, sealed: string, data: FormData): Promise<FormAnswer> {
  const choice = openChoice(sealed, doctorId, clock())
  if (!choice) return { refusals: [{ field: 'address', name: 'choice_over' }], values: {} }
  const more: Record<string, string> = offered(choice, sealed)
  const answer = await formAction(chosen, data, async ({ calendar }) => {
    const wanted = choice.calendars.find(({ url }) => url === calendar)
    return wanted ? connect(choice, wanted, 'calendar', more) : [{ field: 'calendar', name: 'choose_one' }]
  })
  return { ...answer, values: { ...answer.values, ...more } }
}

type Found = CalendarChoice['calendars'][number]

async function connect(
  { doctorId, username, password }: CalendarChoice,
  { url, name }: Found,
  field: string,
  more: Record<string, string>,
): Promise<FormRefusal[]> {
  const connected = await connectCalendar(db(), { doctorId, url, name, username, password }, clock(), deadline())
  if (!connected.ok)
    return [
      {
        field: connected.refused === 'credentials_refused' ? fieldOf(connected.refused) : field,
        name: connected.refused,
      },
    ]
  more.connected = name
  revalidatePath('/own-calendar')
  return []
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

function clock(): string {
  return new Date().toISOString()
}
