import { type ComponentProps, useEffect, useRef } from 'react'
import { DoctorName } from '@/components/ui/doctor-name'
import { ZonedTime } from '@/components/ui/zoned-time'
import { isChosenHour } from './chosen-hour'
import { HoldHead, type HoldHeadProps } from './hold-head'
import { ReasonChoice } from './reason-choice'

type BookingHeadProps = {
  doctor: { name: string; form: 'Dre' | 'Dr' }
  /** What one can come for, and which of it. */
  reason: Pick<ComponentProps<typeof ReasonChoice>, 'reasons' | 'chosen' | 'sent' | 'day'>
  /** The clinic's name and address. */
  place: string
  startsAt: string
  hold: HoldHeadProps
}

/** The chosen hour is the heading of its form, and where whoever chose it goes on: with whom, where and for what. */
export function BookingHead({ doctor, reason, place, startsAt, hold }: BookingHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isChosenHour(startsAt)) heading.current?.focus({ preventScroll: true })
  }, [startsAt])
  return (
    <div className="sheet-head">
      <h1 id="slot" className="sentence" ref={heading} tabIndex={-1}>
        <ZonedTime at={startsAt} form="dayAndClock" />
      </h1>
      <p className="soft">
        <DoctorName doctor={doctor} />
      </p>
      <p className="small soft">{place}</p>
      <ReasonChoice {...reason} hold={hold.hold} proof={hold.proof} />
      <HoldHead {...hold} />
    </div>
  )
}
