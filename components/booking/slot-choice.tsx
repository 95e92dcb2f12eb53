import { useLocale, useTranslations } from 'next-intl'
import { HourButton } from '@/components/form/hour-button'
import { SoonTime } from '@/components/ui/soon-time'
import { Time } from '@/components/ui/time'
import { Preparation } from '@/components/ui/words/preparation'
import { ZoneNote } from '@/components/ui/zone-note'
import { SlotWeek } from '@/components/visit/slots/slot-week'
import { WeekNav } from '@/components/visit/slots/week-nav'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { bookPath } from '@/lib/views/book-path'
import { endsOf } from '@/lib/views/clock/zone'
import type { WeekOfSlots } from '@/lib/views/slots/slot-week'
import type { HoldAction } from '@/lib/web/form-answer'
import styles from './booking.module.css'
import { HoldForm } from './hold-form'
import { VisitTypeChoice } from './visit-type-choice'

type SlotChoiceProps = WeekOfSlots & {
  doctor: { slug: string; visitTypes: readonly VisitType[] }
  type: VisitType
  day: string | undefined
  /** The hour whose form is open beside it (ISO instant). */
  chosen?: string
  /** Of the clinic, for whoever finds no hour. */
  phone: string
  /** Keeps an hour and opens its form. */
  hold: HoldAction
  /** Made with the page: whoever has it owns what is held. */
  proof: string
}

/** What for, and when: a press on an hour keeps it. The hours are buttons of one form, so that no script is needed. */
export function SlotChoice({ doctor, type, day, chosen, phone, hold, proof, ...shown }: SlotChoiceProps) {
  const path = `/doctors/${doctor.slug}`
  const t = useTranslations('doctor')
  const locale = useLocale()
  const { week, now } = shown
  const first = week.week === 0 && !chosen ? shown.slots[0] : undefined
  return (
    <div className="shrinks">
      <VisitTypeChoice types={doctor.visitTypes} chosen={type} path={path} week={week.week} />
      <Preparation text={type.instructions[locale]} />
      {first && (
        <HoldForm action={hold} proof={proof} className="below-5">
          <input type="hidden" name="doctor" value={doctor.slug} />
          <input type="hidden" name="type" value={type.id} />
          <HourButton
            className={`button pen ${styles.firstHour}`}
            name="slot"
            value={first.startsAt}
            formAction={bookPath(doctor.slug, first, { type: type.id })}
          >
            {t('first')} <SoonTime at={first.startsAt} now={now} />
          </HourButton>
        </HoldForm>
      )}
      <WeekNav shown={week} path={path} query={{ type: type.id }} />
      <HoldForm action={hold} proof={proof} aria-labelledby="week">
        <input type="hidden" name="doctor" value={doctor.slug} />
        <input type="hidden" name="type" value={type.id} />
        <SlotWeek
          {...shown}
          day={day}
          chosen={chosen}
          phone={phone}
          dayPath={(of) => `${path}?${new URLSearchParams({ type: type.id, ...of })}`}
          hour={({ startsAt }) => (
            <HourButton
              key={startsAt}
              className="slot"
              name="slot"
              value={startsAt}
              formAction={bookPath(doctor.slug, { startsAt }, { type: type.id })}
              aria-current={startsAt === chosen ? 'true' : undefined}
            >
              <Time at={startsAt} form="clock" />
            </HourButton>
          )}
        />
      </HoldForm>
      <p className="small mute above-4">
        <ZoneNote of={endsOf(shown.slots)} always />
      </p>
    </div>
  )
}
