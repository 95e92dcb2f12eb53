'use client'

import { type ComponentProps, useActionState, useEffect } from 'react'
import { bookPath } from '@/lib/views/book-path'
import type { FormAction, HoldAction } from '@/lib/web/form-answer'
import styles from './booking.module.css'
import { BookingForm } from './booking-form'
import { BookingHead } from './booking-head'
import { holdKey, notHeld } from './hold-key'
import { adoptProof, useOwnProof } from './own-proof'
import type { Reason } from './reason-choice'
import { RefusedHour } from './refused-hour'

type BookingPanelProps = Pick<
  ComponentProps<typeof BookingForm>,
  'doctor' | 'known' | 'type' | 'startsAt' | 'channels' | 'children'
> & {
  /** What one can come for, the clinic's name and address, and the day of the hour (ISO day). */
  about: { reasons: readonly Reason[]; place: string; day: string }
  requestId: string
  /** Made with the page, for whoever has none yet. */
  proof: string
  /** Until when the hour is kept for this request (ISO instant); undefined when it is not. */
  until: string | undefined
  now: string
  hold: HoldAction
  create: FormAction
}

/**
 * The hour and its form. Where the hour was chosen without JavaScript this page is the answer, and only here is it known
 * for which request and by which proof the hour is kept, or that it could not be had.
 */
export function BookingPanel({
  doctor,
  about,
  known,
  type,
  startsAt,
  channels,
  hold,
  create,
  now,
  ...page
}: BookingPanelProps) {
  const [{ held, refusal }] = useActionState(hold, notHeld, holdKey)
  const requestId = held?.request ?? page.requestId
  const own = useOwnProof(page.proof)
  const proof = held?.proof ?? own
  const until = held?.until ?? page.until
  const path = bookPath(doctor.slug, { startsAt }, { type: type.id, request: requestId })
  const sent = { doctor: doctor.slug, type: type.id, request: requestId }
  useEffect(() => {
    if (held) adoptProof(held.proof)
  }, [held])
  if (refusal)
    return <RefusedHour refusal={refusal} sent={sent} hold={hold} proof={proof} all={`/doctors/${doctor.slug}`} />
  return (
    <section className={`sheet ${styles.bookForm}`} aria-labelledby="slot">
      <BookingHead
        doctor={doctor}
        reason={{ ...about, chosen: type.id, sent: { doctor: doctor.slug, slot: startsAt, request: requestId } }}
        place={about.place}
        startsAt={startsAt}
        hold={{ until, now, sent: { ...sent, slot: startsAt }, hold, proof, path }}
      />
      <BookingForm action={create} {...{ requestId, proof, path, doctor, known, type, startsAt, channels }}>
        {page.children}
      </BookingForm>
    </section>
  )
}
