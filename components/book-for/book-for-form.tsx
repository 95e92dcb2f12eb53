'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { WordsField } from '@/components/form/words-field'
import { useKeys } from '@/components/ui/use-keys'
import type { Channel } from '@/lib/domain/messages/channels'
import { doctorShortName } from '@/lib/domain/people/doctor-name'
import type { FormAction, FormAnswer } from '@/lib/web/form-answer'
import type { FreeDay, KnownPatient, OfferedType } from './book-for'
import styles from './book-for.module.css'
import { HoursRow } from './hours-row'
import { Summary } from './summary'
import { TellRow } from './tell-row'
import { TypesRow } from './types-row'
import { UnusualNote } from './unusual-note'
import { WhoRow } from './who-row'

type BookForFormProps = {
  action: FormAction
  requestId: string
  doctor: { slug: string; name: string; form: 'Dre' | 'Dr' }
  types: readonly OfferedType[]
  type: OfferedType
  days: readonly FreeDay[]
  /** The hour that the page was opened for (ISO instant), and what is unusual about it. */
  start: string | undefined
  warned: string
  patient: KnownPatient | undefined
  /** By what the clinic can tell its patients. */
  channels: readonly Channel[]
  /** The same page with another type, for somebody else, with later days or the first, and the one it was opened from. */
  paths: { types: Record<string, Route>; withoutPatient: Route; later: Route; first: Route | undefined; back: Route }
  /** ISO instant. */
  now: string
}

/** An appointment for somebody on the phone or at the desk: who, what, when, and how they are told. */
export function BookForForm(props: BookForFormProps) {
  const { action, requestId, doctor, types, type, days, start, patient, channels, paths, now } = props
  const t = useTranslations('book_for')
  const router = useRouter()
  const locale = useLocale()
  const [answer, send, named] = useForm(action, 'book_for')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const first = start ?? days[0]?.hours[0] ?? 'other'
  const [chosen, choose] = useState<string>()
  const [told, tell] = useState<Channel[]>()
  // What is said of an hour is said of no other.
  const [changedAfter, setChangedAfter] = useState<FormAnswer>()
  const slot = chosen ?? answer.values.slot ?? first
  const isListed = slot === 'other' || days.some(({ hours }) => hours.includes(slot))
  const reaching = patient ? channels.filter((channel) => patient[channel === 'mail' ? 'email' : 'phone']) : channels
  const byWhat = told ?? toldIn(answer, reaching) ?? (patient ? reaching.slice(-1) : [])
  const warned = changedAfter === answer ? '' : answer.values.warned || (chosen ? '' : props.warned)
  const warnings = warned.split(',').slice(1)
  const refusal = answer.refusals.find(({ field, name }) => name !== 'booking_unusual' && isOfHour(field))
  // The browser puts a form back that was sent; what was chosen is drawn anew with each answer.
  const [drawn, setDrawn] = useState({ answer, turn: 0 })
  if (drawn.answer !== answer) setDrawn({ answer, turn: drawn.turn + 1 })
  const chooseType = (id: string) => {
    setChangedAfter(answer)
    const path = paths.types[id]
    if (path) router.replace(path, { scroll: false })
  }
  useKeys({ leave: () => router.push(paths.back) })
  return (
    <form action={send} ref={form} noValidate className="sheet">
      {named}
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="doctor" value={doctor.slug} />
      <input type="hidden" name="seen" value={warned} />
      <div className={`ledger ${styles.ledger}`}>
        <Row name="who" label={t('who')}>
          <WhoRow patient={patient} answer={answer} withoutPatient={paths.withoutPatient} now={now} />
        </Row>
        <Row name="what" label={t('what')}>
          <TypesRow key={drawn.turn} types={types} chosen={type.id} choose={chooseType} />
        </Row>
        <Row name="when" label={t('when')}>
          <HoursRow
            key={drawn.turn}
            days={days}
            asked={isListed ? undefined : slot}
            chosen={slot}
            choose={(at) => {
              setChangedAfter(answer)
              choose(at)
            }}
            later={paths.later}
            first={paths.first}
            answer={answer}
          />
        </Row>
        <Row name="tell" label={t('tell')}>
          <TellRow key={drawn.turn} channels={reaching} told={byWhat} change={tell} />
        </Row>
      </div>
      <div className={styles.foot}>
        <FaultNote reference={answer.fault} />
        <RefusalNote refusal={refusal} field="slot" />
        {warnings.length > 0 && (
          <UnusualNote
            warnings={warnings}
            doctor={doctorShortName(doctor, locale)}
            isAnswer={answer.values.warned === warned}
          >
            {warnings.includes('over') && (
              <WordsField
                name="reason"
                label={t('reason')}
                hint={t('reason_hint')}
                isRequired
                defaultValue={answer.values.reason}
                refusal={refusalOf('reason')}
              />
            )}
          </UnusualNote>
        )}
        <Summary slot={slot} doctor={doctor} type={type} told={byWhat} />
        <div className="row push">
          <Link className="button" href={paths.back}>
            {t('leave')}
          </Link>
          <SubmitButton pending={t('submitting')}>{t(warnings.length > 0 ? 'anyway' : 'submit')}</SubmitButton>
        </div>
      </div>
    </form>
  )
}

function Row({ name, label, children }: { name: string; label: string; children: React.ReactNode }) {
  return (
    <section className="line" aria-labelledby={name}>
      <h2 className="when small" id={name}>
        {label}
      </h2>
      <div className="what">{children}</div>
    </section>
  )
}

/** What the page filled in is refused above the fields, not beside one. */
function isOfHour(field: string | null): boolean {
  return field === null || ['slot', 'type', 'patient', 'requestId', 'seen'].includes(field)
}

/** By what a form that came back was to tell; undefined when none came back. */
function toldIn({ refusals, fault, values }: FormAnswer, channels: readonly Channel[]): Channel[] | undefined {
  if (refusals.length === 0 && fault === undefined) return undefined
  return channels.filter((channel) => values[channel] === 'on')
}
