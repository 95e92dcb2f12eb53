import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { ShownVisit } from '@/components/visit/visit'
import { useVisitWords } from '@/components/visit/visit-words'
import type { Verdict } from '@/lib/views/verdict'
import styles from './calendar.module.css'

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

/** How the front desk reads what a doctor is told of their own doing. */
const staffWords = ['requested', 'cancelled_by_doctor'] as const satisfies Verdict[]

type DoctorVisitHeadingProps = { verdict: Verdict; visit: ShownVisit; reader?: 'doctor' | 'staff' }

/** Whose visit, when, and how it stands. */
export function DoctorVisitHeading({ verdict, visit, reader = 'doctor' }: DoctorVisitHeadingProps) {
  const t = useTranslations()
  const words = useVisitWords(visit)
  const ofStaff = reader === 'staff' ? staffWords.find((known) => known === verdict) : undefined
  return (
    <div className="below-5">
      <h1>{visit.patientName}</h1>
      <p className="soft sentence">
        <Time at={visit.startsAt} form="dayAndClock" />
        {reader === 'staff' && ` · ${words.doctor}`}
      </p>
      <p className="above-2" role="status">
        <span className={`state ${styles.sentence} ${looks[verdict]}`}>
          {ofStaff ? t(`staff_visit.${ofStaff}`, words) : t(`doctor_visit.${verdict}`, words)}
        </span>
      </p>
    </div>
  )
}
