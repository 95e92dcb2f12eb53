import { UserX } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Birth } from '@/components/ui/birth'
import { DoctorName } from '@/components/ui/doctor-name'
import { Time } from '@/components/ui/time'
import type { FoundPatient } from '@/lib/domain/patient/found-patient'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import styles from './find.module.css'
import { MarkedName } from './marked-name'

type FoundRowProps = {
  patient: FoundPatient
  typed: string
  /** Of the row, for the field that names the chosen one. */
  id: string
  isActive: boolean
  /** When it was drawn (ISO instant): ages are of today. */
  now: string
  /** What choosing does; left out, it leads to the card. */
  onChoose: ((patient: FoundPatient) => void) | undefined
}

/** Somebody who was found: who, born when, by which number, last seen when and by whom, and what they missed. */
export function FoundRow({ patient, typed, id, isActive, now, onChoose }: FoundRowProps) {
  const t = useTranslations('patients')
  const { name, birthDate, phone, email, visit, missed } = patient
  const reach = phone ? shownPhone(phone) : (email ?? t('no_reach'))
  const cells = (
    <>
      <span>
        <MarkedName name={name} typed={typed} />
        <small>{birthDate ? <Birth date={birthDate} on={now} /> : t('no_birth')}</small>
      </span>
      <span className={styles.reach}>{reach}</span>
      <span className={styles.seen}>
        {visit ? (
          <>
            <Time at={visit.startsAt} form="dayWithYear" />, <DoctorName doctor={visit.doctor} />
          </>
        ) : (
          t('never')
        )}
      </span>
      <span className={styles.missed}>
        {missed > 0 && (
          <span className="state attention">
            <UserX className="icon" aria-hidden="true" />
            {t('missed', { count: missed })}
          </span>
        )}
      </span>
    </>
  )
  if (!onChoose)
    return (
      <Link
        prefetch={false}
        href={`/patients/${patient.id}` as Route}
        id={id}
        role="option"
        aria-selected={isActive}
        tabIndex={-1}
        className={styles.found}
      >
        {cells}
      </Link>
    )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that names it answers to the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.found}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(patient)}
    >
      {cells}
    </div>
  )
}
