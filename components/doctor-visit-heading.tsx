import { useTranslations } from 'next-intl'
import type { Verdict } from '@/lib/domain/appointment/verdict'
import { Time } from './time'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

const looks: Record<Verdict, 'ok' | 'waiting' | 'undone' | 'attention'> = {
  booking: 'waiting',
  requested: 'waiting',
  confirming: 'waiting',
  confirmed: 'ok',
  moving: 'waiting',
  not_moved: 'waiting',
  undoing: 'undone',
  not_booked: 'undone',
  declined: 'undone',
  cancelled_by_patient: 'undone',
  cancelled_by_doctor: 'undone',
  cancelled_by_staff: 'undone',
  missed: 'undone',
  completed: 'ok',
  person_needed: 'attention',
}

/** Whose visit, when, and how it stands. */
export function DoctorVisitHeading({ verdict, visit }: { verdict: Verdict; visit: ShownVisit }) {
  const t = useTranslations('doctor_visit')
  return (
    <div className="pb-5">
      <h1>{visit.patientName}</h1>
      <p className="soft first-letter:uppercase">
        <Time at={visit.startsAt} form="dayAndClock" />
      </p>
      <p className="pt-2" role="status">
        <span className={`state whitespace-normal ${looks[verdict]}`}>{t(verdict, useVisitWords(visit))}</span>
      </p>
    </div>
  )
}
