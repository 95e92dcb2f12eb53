'use server'

import { revalidatePath } from 'next/cache'
import { disconnectCalendar } from '@/lib/commands/calendar/connect-calendar'
import { db } from '@/lib/db/client'
import { form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

/** A doctor no longer wants their visits in their own calendar; those that stand there stay. */
export async function disconnectCalendarAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await mayPress('disconnectCalendar')
  return formAction(form({}), data, async () => {
    await disconnectCalendar(db(), doctor.id)
    revalidatePath('/own-calendar')
    return []
  })
}
