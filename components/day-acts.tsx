'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { DayVisit } from './day-visit'
import { SubmitButton } from './submit-button'

type DayActsProps = {
  visit: DayVisit
  sendRecord: (form: FormData) => void
  sendConfirm: (form: FormData) => void
}

/** The likeliest two things that can be done about a visit, and the way back from the last. */
export function DayActs({ visit, sendRecord, sendConfirm }: DayActsProps) {
  const t = useTranslations('day')
  const tc = useTranslations('calendar')
  const { id, requestId, patientName: patient, may, canConfirm, path, standing } = visit
  const sent = { requestId, appointmentId: id, patient }
  const isOver = may.record.length === 0
  return (
    <span className="acts">
      {canConfirm && (
        <Act send={sendConfirm} sent={sent}>
          <SubmitButton className="btn s pen" pending={tc('confirming')} aria-label={t('confirm_of', { patient })}>
            {tc('confirm')}
          </SubmitButton>
        </Act>
      )}
      {(canConfirm || standing === 'attention') && path && (
        <Link prefetch={false} className="btn s" href={path}>
          {t(canConfirm ? 'answer' : 'why')}
        </Link>
      )}
      {may.record.slice(0, standing === 'attention' ? 1 : 2).map((fact, index) => (
        <Act key={fact} send={sendRecord} sent={{ ...sent, fact }}>
          <SubmitButton
            className={`btn s ${fact === 'completed' && index === 0 ? 'pen' : ''}`}
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
            className={`btn s bare ${isOver ? '' : 'small'}`}
            pending={t('recording')}
            aria-label={t(`undo_${may.takeBack}_of`, { patient })}
          >
            {tc('undo')}
          </SubmitButton>
        </Act>
      )}
    </span>
  )
}

type Sent = { requestId: string; appointmentId: string; patient: string; fact?: AttendanceFact; takeBack?: string }

function Act({ send, sent, children }: { send: (form: FormData) => void; sent: Sent; children: ReactNode }) {
  return (
    <form action={send}>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
