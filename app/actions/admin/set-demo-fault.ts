'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { demoModes } from '@/lib/adapters/demo-fault'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { db } from '@/lib/db/client'
import { mayPress } from '../may-press'

const form = z.object({ calendar: z.enum(demoModes), mail: z.enum(demoModes) })

/** In the demo, an admin makes the calendar or the mail fail, or work again. */
export async function setDemoFaultAction(data: FormData): Promise<void> {
  await mayPress('setDemoFault')
  const { calendar, mail } = form.parse(Object.fromEntries(data))
  await setDemoFault(db(), 'calendar', calendar)
  await setDemoFault(db(), 'mail', mail)
  revalidatePath('/sagas')
}
