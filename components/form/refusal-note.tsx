import { TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/schedule/slot'
import { nearestOf } from '@/lib/refusals'
import type { FormRefusal } from '@/lib/web/form-answer'
import { NearestSlots } from './nearest-slots'
import { refusedNote } from './refused'
import { useRefusalWords } from './use-refusal-words'

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

/** Why a form was sent back, in a sentence, and what can be had instead. */
export function RefusalNote({ refusal, pathOf, field, about, written }: RefusalNoteProps) {
  const t = useTranslations('operate')
  const say = useRefusalWords()
  if (!refusal) return null
  const nearest = nearestOf(refusal)
  return (
    <div className="note failed" {...refusedNote}>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grows">
        {about && <p className="strong">{about}</p>}
        <p>{say(refusal)}</p>
        {written && (
          <p className="above-2">
            {t('written')} <q>{written}</q>
          </p>
        )}
        {pathOf && <NearestSlots pathOf={pathOf} slots={nearest} />}
        {field && <NearestSlots field={field} slots={nearest} />}
      </div>
    </div>
  )
}
