import { useLocale } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { HoldHead, type HoldHeadProps } from './hold-head'
import { Time } from './time'

type BookingHeadProps = {
  doctor: { name: string; form: 'Dre' | 'Dr' }
  /** The name of what one comes for. */
  about: string
  startsAt: string
  hold: HoldHeadProps
}

/** The chosen hour is the heading of its form. */
export function BookingHead({ doctor, about, startsAt, hold }: BookingHeadProps) {
  return (
    <div className="bookhead">
      <h2 id="slot" className="first-letter:uppercase">
        <Time at={startsAt} form="dayAndClock" />
      </h2>
      <p className="soft">
        {about} · {doctorName(doctor, useLocale())}
      </p>
      <HoldHead {...hold} />
    </div>
  )
}
