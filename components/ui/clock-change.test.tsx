import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import { visitIcs } from '@/lib/ics/visit-ics'
import { renderMail } from '@/lib/mails/render-message'
import { unbroken } from '@/lib/views/wording'
import { clinic, doctors, patients } from '@/prisma/demo/cast'
import { eves } from '@/tests/fixtures/schedules'
import { Time } from './time'

const { helene } = doctors
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: '00:00',
  closes: '24:00',
  fromDay: null,
  untilDay: null,
}))

for (const [timeZone, eve] of eves) {
  test(`around ${eve} in ${timeZone}, page, mail and calendar file name the instant that was booked`, async () => {
    const now = `${eve}T12:00:00Z`
    const known = { doctorId: helene.id, timeZone, stepMinutes: 45, noticeMinutes: 0, horizonDays: 84 }
    const schedule: DoctorSchedule = { ...known, hours: always, breaks: [], timeOff: [], holidays: [] }
    const length = { minutes: 30, beforeMinutes: 0, afterMinutes: 0 }
    const slots = openSlots(schedule, length, [], { now, from: clinicDayOf(now, timeZone), days: 2 })
    expect(slots.length).toBeGreaterThan(30)
    const said = new Set<string>()
    for (const slot of slots) {
      const wall = wallClock(slot.startsAt, timeZone)
      said.add(wall)
      const page = renderToStaticMarkup(
        <NextIntlClientProvider locale="en" timeZone={timeZone} messages={{}}>
          <Time at={slot.startsAt} form="dayAndClock" />
        </NextIntlClientProvider>,
      )
      expect(page).toBe(`<time dateTime="${slot.startsAt}">${unbroken(wall)}</time>`)
      const facts = {
        appointmentId: '5b0a3c52-0000-4000-8000-000000000001',
        slot,
        movedFrom: null,
        doctor: helene,
        patient: { ...patients.theo },
        clinic: { ...clinic, timeZone, noticeHours: 24 },
        isLate: false,
        sender: 'carnet@clinic.example',
        reason: null,
        instructions: { fr: '', en: '' },
        nearest: [],
        visitType: null,
        invitation: { isConfirmed: true, sequence: 4, madeAt: now },
        links: {
          visit: 'https://x.example/v',
          file: '',
          map: '',
          calendar: 'https://x.example/c',
          home: 'https://x.example',
        },
      }
      const { subject } = await renderMail('confirmed', facts)
      expect(subject).toBe(`Appointment confirmed for ${patients.theo.name}: ${wall.replace(', ', ' at ')}`)
      const stamp = slot.startsAt.replaceAll(/[-:]|\.000/g, '')
      expect(visitIcs(facts, 'PUBLISH')).toContain(`DTSTART:${stamp}`)
    }
    expect(said.size).toBe(slots.length)
  })
}

/** What the clock on the wall shows, asked of `Intl` part by part. */
function wallClock(instant: string, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone })
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${part.weekday} ${part.day} ${part.month}, ${part.hour}:${part.minute}`
}
