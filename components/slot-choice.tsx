import { useTimeZone, useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import type { SlotWeek as Week } from '@/lib/domain/schedule/slot-week'
import { SlotWeek } from './slot-week'
import { Time } from './time'
import { VisitTypeChoice } from './visit-type-choice'
import { WeekNav } from './week-nav'

type SlotChoiceProps = {
  doctor: { slug: string; visitTypes: readonly VisitType[] }
  type: VisitType
  week: Week
  day: string | undefined
  slots: readonly Slot[]
  /** The hour whose form is open beside it (ISO instant). */
  chosen?: string
  /** Keeps an hour for this browser and opens its form. */
  hold: (form: FormData) => Promise<void>
}

/** What for, and when: a press on an hour keeps it. The hours are buttons of one form, so that no script is needed. */
export function SlotChoice({ doctor, type, week, day, slots, chosen, hold }: SlotChoiceProps) {
  const t = useTranslations('doctor')
  const timeZone = useTimeZone() ?? 'UTC'
  const path = `/doctors/${doctor.slug}`
  const query = { type: type.id, ...(week.week > 0 && { week: String(week.week) }) }
  return (
    <div className="min-w-0">
      <VisitTypeChoice types={doctor.visitTypes} chosen={type} path={path} week={week.week} />
      <WeekNav shown={week} path={path} query={{ type: type.id }} />
      <form action={hold} aria-labelledby="week">
        <input type="hidden" name="doctor" value={doctor.slug} />
        <input type="hidden" name="type" value={type.id} />
        <SlotWeek
          slots={slots}
          from={week.from}
          day={day}
          dayPath={(other) => `${path}?${new URLSearchParams({ ...query, day: other })}`}
          hour={({ startsAt }) => (
            <button
              key={startsAt}
              type="submit"
              className="slot"
              name="slot"
              value={startsAt}
              aria-current={startsAt === chosen ? 'true' : undefined}
            >
              <Time at={startsAt} form="clock" />
            </button>
          )}
        />
      </form>
      <p className="small mute pt-4">{t('zone', { city: timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? '' })}</p>
    </div>
  )
}
