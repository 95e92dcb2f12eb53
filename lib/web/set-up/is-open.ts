import { db } from '@/lib/db/client'
import { isClinicOpen } from '@/lib/queries/opening/opening'

let isKnownOpen = false

/** Returns whether patients may book here. A clinic that is open stays so: it is asked for until then. */
export async function isOpen(): Promise<boolean> {
  isKnownOpen ||= await isClinicOpen(db())
  return isKnownOpen
}
