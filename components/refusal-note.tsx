import { TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import type { FormRefusal } from '@/lib/form-answer'
import { NearestSlots } from './nearest-slots'

type RefusalNoteProps = {
  refusal: FormRefusal | undefined
  /** Where an hour that is offered instead leads to, or the field of this form that takes it. */
  pathOf?: (slot: Pick<Slot, 'startsAt'>) => Route
  field?: string
  /** Whom it is about, where that is no longer seen. */
  about?: string
  /** What was typed, where the form itself is gone by now. */
  written?: string | undefined
}

type Told = { nearest?: Slot[]; noticeHours?: number; phone?: string } | null | undefined

/** Why a form was sent back, in a sentence, and what can be had instead. */
export function RefusalNote({ refusal, pathOf, field, about, written }: RefusalNoteProps) {
  const t = useTranslations('refusal')
  if (!refusal) return null
  const { nearest = [], noticeHours: hours = 0, phone = '' } = (refusal.data as Told) ?? {}
  const isTakenForGood = refusal.name === 'slot_taken' && nearest.length === 0
  return (
    <div className="note failed" role="alert" tabIndex={-1} data-refused>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grow">
        {about && <p className="strong">{about}</p>}
        <p>{t(isTakenForGood ? 'slot_taken_none' : (refusal.name as 'too_late_to_cancel'), { hours, phone })}</p>
        {written && (
          <p className="pt-2">
            {t('written')} <q>{written}</q>
          </p>
        )}
        {pathOf && <NearestSlots pathOf={pathOf} slots={nearest} />}
        {field && <NearestSlots field={field} slots={nearest} />}
      </div>
    </div>
  )
}
