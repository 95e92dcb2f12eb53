import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { bookAgainAction } from '@/app/actions/patient/book-again'
import { correctContactAction } from '@/app/actions/patient/correct-contact'
import { prepareVisitAction } from '@/app/actions/patient/prepare-visit'
import { sendNewLinkAction } from '@/app/actions/patient/send-new-link'
import { LivePage } from '@/components/live/live-page'
import { Preparation } from '@/components/ui/words/preparation'
import { AnswerNote } from '@/components/visit/answer-note'
import { VisitSteps } from '@/components/visit/visit-steps'
import { VisitVerdict } from '@/components/visit/visit-verdict'
import { CalendarButton } from '@/components/visit-page/calendar-button'
import { CallButton } from '@/components/visit-page/call-button'
import { ConfirmedVerdict } from '@/components/visit-page/confirmed-verdict'
import { ToldAt, WrongAddress } from '@/components/visit-page/contact-note'
import { NewLink } from '@/components/visit-page/new-link'
import { PrepareForm } from '@/components/visit-page/prepare-form'
import { ReminderNote } from '@/components/visit-page/reminder-note'
import { VisitAgain } from '@/components/visit-page/visit-again'
import { VisitChanges } from '@/components/visit-page/visit-changes'
import { VisitSlip } from '@/components/visit-page/visit-slip'
import { db } from '@/lib/db/client'
import { movesEndAt, patientMay } from '@/lib/domain/appointment/acts-on'
import { answerBy } from '@/lib/domain/schedule/answer-by'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { getPatientById } from '@/lib/queries/people/patients'
import { findNextReminder } from '@/lib/queries/visit/next-reminder'
import { nearestOpenSlots } from '@/lib/queries/visit/open-slots'
import { listToldAt } from '@/lib/queries/visit/told-at'
import { findVisitReason, getInstructions } from '@/lib/queries/visit/visit-details'
import { linesOf } from '@/lib/views/lines'
import { isAtWork, startOf } from '@/lib/views/progress'
import { verdictOf } from '@/lib/views/verdict'
import { shortVerdict } from '@/lib/views/visit-page/short-verdict'
import { visitPath } from '@/lib/views/visit-path'
import { shortWeekdayAndClock } from '@/lib/views/wording'
import { findLinkedVisit, requireLinkedVisit } from './linked-visit'

type Props = { params: Promise<{ token: string }> }

/** The tab says how the visit stands, and when it is. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const isPrivate = { robots: { index: false }, referrer: 'same-origin' } as const
  const visit = await findLinkedVisit((await params).token)
  if (!visit) return isPrivate
  const [t, locale, clinic] = [await getTranslations('short_verdict'), await getLocale(), await getClinic(db())]
  const when = shortWeekdayAndClock(startOf(visit), { locale, timeZone: clinic.timeZone })
  const verdict = verdictOf(visit)
  const title = t('title', { sign: verdict === 'confirmed' ? 'yes' : 'no', verdict: t(shortVerdict(verdict)), when })
  return { title, ...isPrivate }
}

/** The patient's page: what is true now, the visit's facts, what can be done about it, and each step as it happens. */
export default async function VisitPage({ params }: Props) {
  const { token } = await params
  const found = await requireLinkedVisit(token)
  const [t, locale, clinic] = [
    await getTranslations('status'),
    (await getLocale()) as 'fr' | 'en',
    await getClinic(db()),
  ]
  const startsAt = startOf(found)
  const visit = { ...found, startsAt, endsAt: laterBy(startsAt, found.length.minutes * minuteMs) }
  const { doctor, status } = visit
  const [verdict, lines, now, path] = [verdictOf(visit), linesOf(visit), isoNow(), visitPath(token)]
  const [isEnded, isConfirmed] = [status === 'ended', verdict === 'confirmed']
  const [patient, reason, instructions, told, reminderAt, scheduled, nearest] = await Promise.all([
    getPatientById(db(), found.patientId),
    findVisitReason(db(), found.id),
    getInstructions(db(), found.id),
    isEnded ? [] : listToldAt(db(), found.id),
    isConfirmed ? findNextReminder(db(), found.id, now) : undefined,
    getScheduledDoctor(db(), doctor.id),
    isEnded ? nearestOpenSlots(db(), { doctor, length: visit.length }, startsAt, { now }) : [],
  ])
  const asking = () => ({ action: correctContactAction, requestId: newId(), token })
  const steps = <VisitSteps lines={lines} visit={visit} look={isConfirmed ? 'folded' : isEnded ? 'past' : 'now'} />
  const answer = { doctor, by: answerBy(scheduled.schedule, visit.createdAt), startsAt, now, phone: clinic.phone }
  return (
    <div className="narrow">
      {verdict === 'confirmed' ? (
        <ConfirmedVerdict visit={visit} now={now} />
      ) : (
        <VisitVerdict verdict={verdict} lines={lines} visit={visit}>
          {verdict === 'requested' && <AnswerNote {...answer} />}
        </VisitVerdict>
      )}
      {(verdict === 'person_needed' || verdict === 'undoing') && (
        <p className="below-4">
          <CallButton phone={clinic.phone} />
        </p>
      )}
      {told
        .filter(({ state }) => state === 'returned')
        .map((entry) => (
          <div key={entry.channel} className="below-4">
            <WrongAddress told={entry} phone={clinic.phone} {...asking()} />
          </div>
        ))}
      {isEnded && (
        <VisitAgain
          action={bookAgainAction}
          requestId={newId()}
          token={token}
          doctor={doctor}
          nearest={nearest}
          phone={clinic.phone}
          isAtOnce={scheduled.visitTypes.some(({ id, autoConfirm }) => id === visit.visitTypeId && autoConfirm)}
        />
      )}
      {isConfirmed && patientMay(found, now, clinic.noticeHours) !== 'call' && (
        <p className="below-4">
          <CalendarButton path={path} className="button pen wide" />
        </p>
      )}
      {!isConfirmed && steps}
      <VisitSlip visit={visit} clinic={clinic}>
        {!isEnded && (
          <>
            <Preparation text={instructions[locale]} />
            <PrepareForm action={prepareVisitAction} token={token} birthDate={patient.birthDate} reason={reason} />
          </>
        )}
      </VisitSlip>
      {!isEnded && verdict !== 'undoing' && (
        <VisitChanges
          may={patientMay(found, now, clinic.noticeHours)}
          path={path}
          isMoving={verdict === 'moving'}
          isKept={isConfirmed}
          until={status === 'confirmed' ? movesEndAt(startsAt, clinic.noticeHours) : null}
          clinic={clinic}
        />
      )}
      {told
        .filter(({ state }) => state !== 'returned')
        .map((entry) => (
          <ToldAt key={entry.channel} told={entry} againId={newId()} {...asking()} />
        ))}
      {reminderAt && <ReminderNote visit={visit} at={reminderAt} now={now} />}
      {isConfirmed && steps}
      <p className="small mute above-4">
        {t('reference')} <span className="numeric">{visit.id.slice(0, 8).toUpperCase()}</span>
      </p>
      <NewLink action={sendNewLinkAction} token={token} />
      <LivePage stream={`/api${path}/stream`} isWrittenOn={!isAtWork(visit)} />
    </div>
  )
}
