import type { ReactNode } from 'react'
import { FlushOnLeave } from '@/components/calendar/flush-on-leave'

/** What a doctor presses on these pages can be taken back for some seconds, and is sent when they are left. */
export default function CalendarLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <FlushOnLeave />
    </>
  )
}
