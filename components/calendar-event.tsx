import type { Standing } from '@/lib/domain/appointment/standing'
import { visitLooks } from './visit-looks'

type CalendarEventProps = {
  patient: string
  /** `09:20`, and how the visit stands. */
  time: string
  standing: Standing
  state: string
  /** What its saga is at, when that is worth a sign. */
  step: string | null
  /** Whether there is room for a second line. */
  isTall: boolean
}

/** A visit in the grid: its name, its hour if there is room, and a sign where it differs from the usual. */
export function CalendarEvent({ patient, time, standing, state, step, isTall }: CalendarEventProps) {
  const { Icon, isSigned, state: signs } = visitLooks[standing]
  const isMarked = isSigned || step !== null
  return (
    <span className={`ev ${isTall ? '' : 'one'} ${isMarked ? 'marked' : ''}`}>
      <span className="vh">{time}, </span>
      <b>{patient}</b>
      <span className="vh">
        , {state}
        {step && `, ${step}`}
      </span>
      {isTall && (
        <small aria-hidden="true">
          {time} · {state}
        </small>
      )}
      {isMarked && <Icon className={`icon mk ${signs}`} aria-hidden="true" />}
    </span>
  )
}
