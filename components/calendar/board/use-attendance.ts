import { startTransition, useState } from 'react'
import { useForm } from '@/components/form/use-form'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { FormAction } from '@/lib/web/form-answer'
import type { BoardVisit } from './board'

export type Attendance = ReturnType<typeof useAttendance>

/** What is noted of who comes, from the board: recorded at once, and taken back as it was recorded. */
export function useAttendance(visits: readonly BoardVisit[], action: FormAction) {
  const [{ refusals, values }, send] = useForm(action, 'record')
  const [last, setLast] = useState<string>()

  function submit({ id, requestId, patientName }: BoardVisit, fact: AttendanceFact, isTakenBack: boolean) {
    const form = new FormData()
    const sent = { requestId, appointmentId: id, fact, patient: patientName }
    for (const [name, value] of Object.entries(sent)) form.set(name, value)
    if (isTakenBack) form.set('takeBack', 'on')
    setLast(id)
    startTransition(() => send(form))
  }
  /** Records a fact of a visit, where that may be recorded. */
  function record(id: string, fact: AttendanceFact): void {
    const visit = visits.find((one) => one.id === id)
    if (visit?.attend.record.includes(fact)) submit(visit, fact, false)
  }
  /** Takes back what was recorded last of a visit, or of the one that was recorded last. */
  function takeBack(id: string | undefined): void {
    const visit = [id, last]
      .map((wanted) => visits.find((one) => one.id === wanted))
      .find((one) => one?.attend.takeBack)
    if (visit?.attend.takeBack) submit(visit, visit.attend.takeBack, true)
  }
  const [refused] = refusals
  const refusal = refused && { refusal: { ...refused, field: null }, ...(values.patient && { about: values.patient }) }
  return { record, takeBack, refusal }
}
