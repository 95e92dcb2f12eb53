'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { disconnectCalendar } from '@/lib/commands/connect-calendar'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireDoctor } from '@/lib/session'

/** A doctor no longer wants their visits in their own calendar; those that stand there stay. */
export async function disconnectCalendarAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  return formAction(z.object({}), data, async () => {
    await disconnectCalendar(db(), doctor.id)
    revalidatePath('/own-calendar')
    return []
  })
}
