'use client'

import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import { useBoardIfAny } from '../board-acts'
import styles from './day.module.css'
import type { DayVisit } from './day-visit'

type DayActsProps = {
  visit: DayVisit
  sendRecord: (form: FormData) => void
  sendConfirm: (form: FormData) => void
}

/** The likeliest two things that can be done about a visit, and the way back from the last. */
export function DayActs({ visit, sendRecord, sendConfirm }: DayActsProps) {
  const t = useTranslations('day')
  const tc = useTranslations('calendar')
  const th = useTranslations('held')
  const { id, requestId, patientName: patient, may, canConfirm, path, standing } = visit
  const sent = { requestId, appointmentId: id, patient }
  const board = useBoardIfAny()
  return (
    <span className={styles.acts}>
      {canConfirm && (
        <Act
          send={sendConfirm}
          sent={sent}
          {...(board && {
            onSubmit: (event: FormEvent) => {
              event.preventDefault()
              board.confirm(visit)
            },
          })}
        >
          <SubmitButton
            className="button compact pen"
            pending={tc('confirming')}
            aria-label={t('confirm_of', { patient })}
          >
            {tc('confirm')}
          </SubmitButton>
        </Act>
      )}
      {(canConfirm || standing === 'attention') && (
        <Link prefetch={false} className="button compact" href={path}>
          {t(canConfirm ? 'answer' : 'why')}
        </Link>
      )}
      {may.record.slice(0, standing === 'attention' ? 1 : 2).map((fact, index) => (
        <Act key={fact} send={sendRecord} sent={{ ...sent, fact }}>
          <SubmitButton
            className={`button compact ${fact === 'completed' && index === 0 ? 'pen' : ''}`}
            pending={t('recording')}
            aria-label={t(`${fact}_of`, { patient })}
          >
            {t(`do_${fact}`)}
          </SubmitButton>
        </Act>
      ))}
      {may.takeBack && (
        <Act send={sendRecord} sent={{ ...sent, fact: may.takeBack, takeBack: 'on' }}>
          <SubmitButton
            className="button compact bare square"
            pending={t('recording')}
            aria-label={t(`undo_${may.takeBack}_of`, { patient })}
            title={th('undo')}
          >
            <Undo2 className="icon" aria-hidden="true" />
          </SubmitButton>
        </Act>
      )}
    </span>
  )
}

type Sent = { requestId: string; appointmentId: string; patient: string; fact?: AttendanceFact; takeBack?: string }

type ActProps = {
  send: (form: FormData) => void
  sent: Sent
  /** With JavaScript a confirmation can be taken back for some seconds, and only then is sent. */
  onSubmit?: (event: FormEvent) => void
  children: ReactNode
}

function Act({ send, sent, onSubmit, children }: ActProps) {
  return (
    <form action={send} onSubmit={onSubmit} data-confirm={onSubmit && ''}>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
