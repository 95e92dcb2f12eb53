import { describe, expect, test } from 'vitest'
import { reachedBy } from '@/lib/domain/messages/channels'
import { laterBy } from '@/lib/domain/time'
import { doctors, scheduleOf, usualVisitOf } from '@/prisma/demo/cast'
import {
  appointmentId,
  bookingFailed,
  cancelledBy,
  cancelledLate,
  confirmed,
  confirmedAtOnce,
  created,
  declined,
  doctor,
  given,
  missed,
  monday,
  movedBy,
  otherDoctor,
  otherPatient,
  patient,
  patientId,
  slot,
  staff,
  tuesday,
  unconfirmed,
} from '@/tests/fixtures/visit-story'
import { cancel } from './cancel'
import { confirm } from './confirm'
import { correctContact, correctionsMax, sayAgainAfterMs } from './correct-contact'
import { create } from './create'
import { decline, declineFailedBooking } from './decline'
import type { AppointmentEvent } from './events'
import { ownChangeOf } from './notice'
import { recordNoShow } from './record-attendance'
import { remind } from './remind'
import { revertConfirmation } from './revert-confirmation'

const { helene, idris } = doctors
const schedule = scheduleOf(helene)
const visitType = usualVisitOf(helene)
const cancelled = cancelledBy('patient')

describe('a request', () => {
  const request = {
    appointmentId,
    patientId,
    by: patient,
    slot,
    reach: reachedBy('mail'),
    visitType,
    at: tuesday('08:00'),
  }

  test('is made for an hour the doctor offers', () => {
    given().when(create, request).records(created)
  })
  test('is refused for an hour that has begun', () => {
    given()
      .when(create, { ...request, at: slot.startsAt })
      .isRefused('slot_past')
  })
  test('is confirmed at once when its type needs no doctor’s word', () => {
    const vaccine = { ...visitType, minutes: 20, autoConfirm: true }
    given()
      .when(create, { ...request, visitType: vaccine })
      .records(created, confirmedAtOnce)
  })
  test('keeps the doctor’s notice', () => {
    const noticed = { ...request, schedule: { ...schedule, noticeMinutes: 30 } }
    given()
      .when(create, { ...noticed, at: tuesday('12:51') })
      .isRefused('slot_too_soon', { noticeMinutes: 30 })
    given()
      .when(create, { ...noticed, at: tuesday('12:50') })
      .isAccepted()
  })
  test('is refused for an hour the doctor does not offer', () => {
    const lunch = { ...slot, startsAt: tuesday('11:40'), endsAt: tuesday('12:00') }
    const longer = { ...slot, endsAt: tuesday('14:00') }
    const elsewhere = { ...slot, doctorId: idris.id }
    const tooFar = { ...slot, startsAt: '2027-11-23T13:20:00.000Z', endsAt: '2027-11-23T13:40:00.000Z' }
    for (const tampered of [lunch, longer, elsewhere, tooFar]) {
      given()
        .when(create, { ...request, slot: tampered })
        .isRefused('slot_not_offered')
    }
  })
  test('is booked by the desk outside of what is offered, for whoever walks in, and confirmed at once', () => {
    const lunch = { ...slot, startsAt: tuesday('11:40'), endsAt: tuesday('12:00') }
    for (const by of [staff, doctor]) {
      given()
        .when(create, { ...request, by, slot: lunch, at: tuesday('11:54') })
        .records(
          { ...created, data: { ...created.data, ...lunch, by: by.role } } as AppointmentEvent,
          { ...confirmedAtOnce, data: { ...confirmedAtOnce.data, by: by.role } } as AppointmentEvent,
        )
      given()
        .when(create, { ...request, by, slot: lunch, at: tuesday('11:55') })
        .isRefused('slot_past')
    }
  })
  test('lies over another visit when the clinic says why, and never for who books online', () => {
    const over = [{ appointmentId: patientId, startsAt: slot.startsAt, endsAt: tuesday('13:30') }]
    given()
      .when(create, { ...request, by: staff, over, hasReason: true })
      .records(
        { ...created, data: { ...created.data, by: 'staff', over } } as AppointmentEvent,
        { ...confirmedAtOnce, data: { ...confirmedAtOnce.data, by: 'staff' } } as AppointmentEvent,
      )
    given()
      .when(create, { ...request, by: staff, over })
      .isRefused('overbook_reason_missing')
    given()
      .when(create, { ...request, over, hasReason: true })
      .isRefused('slot_taken')
  })
  test('is a doctor’s to book with themselves alone, and nobody’s for another patient', () => {
    for (const by of [otherDoctor, otherPatient])
      given()
        .when(create, { ...request, by })
        .isRefused('doctor_unknown')
  })
  test('made twice is made once', () => {
    given(created).when(create, request).recordsNothing()
  })
})

describe('a confirmation', () => {
  const hers = { by: doctor, at: tuesday('09:00') }
  const his = { by: otherDoctor, at: tuesday('09:00') }

  test('is the doctor’s own', () => {
    given(created).when(confirm, hers).records(confirmed)
    given(created).when(confirm, his).isRefused('appointment_unknown')
    given().when(confirm, hers).isRefused('appointment_unknown')
  })
  test('is the desk’s to give too, and says so; never the patient’s', () => {
    given(created)
      .when(confirm, { by: staff, at: tuesday('09:00') })
      .records({ type: 'AppointmentConfirmed', data: { appointmentId, by: 'staff', atOnce: false } })
    given(created)
      .when(confirm, { by: patient, at: tuesday('09:00') })
      .isRefused('appointment_unknown')
  })
  test('given twice is given once', () => {
    given(created, confirmed).when(confirm, hers).recordsNothing()
  })
  test('comes before the visit, and not after its end', () => {
    given(created)
      .when(confirm, { ...hers, at: tuesday('13:20') })
      .isRefused('appointment_begun')
    given(created, bookingFailed).when(confirm, hers).isRefused('appointment_ended')
  })
  test('that cannot be carried out makes it a request again', () => {
    given(created, confirmed).when(revertConfirmation, 2).records(unconfirmed(2))
    given(created, confirmed, unconfirmed(2)).is({ state: 'requested', id: appointmentId })
    given(created).when(revertConfirmation, 2).recordsNothing()
    given(created, bookingFailed).when(revertConfirmation, 2).recordsNothing()
  })
})

describe('a booking that failed', () => {
  test('ends the visit from every live state, and only once', () => {
    given(created).when(declineFailedBooking).records(bookingFailed)
    given(created, confirmed).when(declineFailedBooking).records(bookingFailed)
    given(created, bookingFailed).when(declineFailedBooking).recordsNothing()
    given().when(declineFailedBooking).recordsNothing()
  })
})

describe('a cancellation', () => {
  test('is the patient’s own to make, the doctor’s, or the staff’s', () => {
    for (const by of [patient, doctor, staff]) {
      given(created)
        .when(cancel, { by, at: monday('08:00') })
        .records(cancelledBy(by.role))
    }
    for (const by of [otherPatient, otherDoctor]) {
      given(created)
        .when(cancel, { by, at: monday('08:00') })
        .isRefused('appointment_unknown')
    }
    given()
      .when(cancel, { by: staff, at: monday('08:00') })
      .isRefused('appointment_unknown')
  })
  test('made twice is made once', () => {
    given(created, cancelled)
      .when(cancel, { by: patient, at: tuesday('20:00') })
      .recordsNothing()
  })
  test('of a confirmed visit is late by its patient inside the clinic’s notice, never by others, and refused to nobody', () => {
    const visit = given(created, confirmed)
    visit.when(cancel, { by: patient, at: monday('13:20') }).records(cancelledBy('patient'))
    visit.when(cancel, { by: patient, at: '2026-11-23T13:20:00.001Z' }).records(cancelledLate)
    visit.when(cancel, { by: patient, at: '2026-11-24T13:19:59.999Z' }).records(cancelledLate)
    visit.when(cancel, { by: doctor, at: tuesday('13:19') }).records(cancelledBy('doctor'))
    visit.when(cancel, { by: staff, at: tuesday('13:19') }).records(cancelledBy('staff'))
    given(created, confirmed, cancelledLate).is({ state: 'ended', how: 'cancelled', by: 'patient', late: true })
  })
  test('is refused once the visit has begun', () => {
    for (const by of [patient, doctor, staff]) {
      for (const visit of [given(created), given(created, confirmed)])
        visit.when(cancel, { by, at: slot.startsAt }).isRefused('appointment_begun')
    }
  })
  test('of a request that nobody has confirmed is in time until it begins', () => {
    given(created)
      .when(cancel, { by: patient, at: tuesday('13:19') })
      .records(cancelledBy('patient'))
  })
  test('is not late within a quarter of an hour of the patient’s own booking or move', () => {
    const visit = given(created, confirmed)
    const [ownChangeAt, notYet] = [tuesday('10:00'), '2026-11-24T10:14:59.999Z']
    visit.when(cancel, { by: patient, ownChangeAt, at: notYet }).records(cancelledBy('patient'))
    visit.when(cancel, { by: patient, ownChangeAt, at: tuesday('10:15') }).records(cancelledLate)
    const recorded = (event: AppointmentEvent, clock: string) => ({ event, at: tuesday(clock) })
    const [booked, yes] = [recorded(created, '08:00'), recorded(confirmed, '08:01')]
    const moved = (by: 'patient' | 'staff') => [booked, yes, recorded(movedBy(by), '09:00')]
    expect(ownChangeOf([booked, yes])).toBe(tuesday('08:00'))
    expect(ownChangeOf(moved('patient'))).toBe(tuesday('09:00'))
    expect(ownChangeOf(moved('staff'))).toBe(tuesday('08:00'))
    expect(ownChangeOf([])).toBeNull()
  })
  test('is refused for a visit that has ended otherwise, and ends one for good', () => {
    for (const end of [bookingFailed, missed]) {
      given(created, confirmed, end)
        .when(cancel, { by: staff, at: monday('08:00') })
        .isRefused('appointment_ended')
    }
    given(created, cancelled, confirmed).is({ state: 'ended', how: 'cancelled', by: 'patient' })
  })
})

describe('a doctor’s no', () => {
  test('ends a request, once, whenever it comes', () => {
    given(created).when(decline, doctor).records(declined)
    given(created, declined).is({ state: 'ended', how: 'declined', because: 'doctor_declined' })
    given(created, declined).when(decline, doctor).recordsNothing()
  })
  test('is not for a visit that was confirmed: that one is called off, and the patient hears who did', () => {
    given(created, confirmed).when(decline, doctor).isRefused('appointment_confirmed')
    given(created, cancelled).when(decline, doctor).isRefused('appointment_ended')
  })
  test('is another doctor’s to say only of their own visits', () => {
    given(created).when(decline, otherDoctor).isRefused('appointment_unknown')
  })
})

describe('a reminder', () => {
  const dueAt = monday('13:20')
  const reminder = { kind: 'day-before', dueAt } as const

  test('falls due for a confirmed visit that has not begun', () => {
    given(created, confirmed)
      .when(remind, { ...reminder, at: dueAt })
      .records({ type: 'ReminderFellDue', data: { appointmentId, ...reminder } })
    given(created, confirmed)
      .when(remind, { ...reminder, at: slot.startsAt })
      .recordsNothing()
  })
  test('never falls due for a visit that nobody confirmed, or that has ended', () => {
    for (const visit of [given(created), given(created, confirmed, cancelled), given()]) {
      visit.when(remind, { ...reminder, at: dueAt }).recordsNothing()
    }
  })
})

describe('a patient who does not come', () => {
  const now = { by: doctor, at: slot.startsAt }

  test('is noted once, from the moment the visit begins', () => {
    given(created, confirmed).when(recordNoShow, now).records(missed)
    given(created, confirmed, missed).when(recordNoShow, now).recordsNothing()
    given(created, confirmed)
      .when(recordNoShow, { by: doctor, at: tuesday('13:19') })
      .isRefused('appointment_not_begun')
  })
  test('was expected: nobody misses a visit that was not confirmed or had ended', () => {
    given(created).when(recordNoShow, now).isRefused('appointment_ended')
    given(created, confirmed, cancelled).when(recordNoShow, now).isRefused('appointment_ended')
    given(created, confirmed)
      .when(recordNoShow, { ...now, by: otherDoctor })
      .isRefused('appointment_unknown')
  })
  test('is not noted while the visit is still being moved, since the move holds two hours', () => {
    given(created, confirmed, movedBy('staff'))
      .when(recordNoShow, { by: doctor, at: tuesday('14:00') })
      .isRefused('move_under_way')
  })
})

test('an event before the first is a fault', () => {
  expect(() => given(confirmed)).toThrow('AppointmentConfirmed before AppointmentCreated')
})

describe('another address', () => {
  const corrected: AppointmentEvent = {
    type: 'ContactCorrected',
    data: { appointmentId, by: 'patient', channel: 'mail' },
  }
  const byMail = { by: patient, channel: 'mail', isOther: true, saidAt: null, at: monday('10:00') } as const

  test('a patient leaves another address for a visit that is asked for, or confirmed', () => {
    given(created).when(correctContact, byMail).records(corrected)
    given(created, confirmed).when(correctContact, byMail).records(corrected)
    given(created, corrected, confirmed).is({ state: 'confirmed', corrections: 1 })
  })

  test('not for one that has ended or begun, nor for another’s', () => {
    for (const end of [cancelledBy('doctor'), declined])
      given(created, end).when(correctContact, byMail).isRefused('appointment_ended')
    given(created)
      .when(correctContact, { ...byMail, at: tuesday('13:20') })
      .isRefused('appointment_begun')
    given(created)
      .when(correctContact, { ...byMail, by: otherPatient })
      .isRefused('appointment_unknown')
  })

  test('a page is no way to write to strangers: it takes a few addresses and no more', () => {
    const often = Array<AppointmentEvent>(correctionsMax).fill(corrected)
    given(created, ...often.slice(1))
      .when(correctContact, byMail)
      .records(corrected)
    given(created, ...often)
      .when(correctContact, byMail)
      .isRefused('too_many_corrections')
    expect(correctionsMax).toBeLessThan(10)
  })

  test('the same address is written to once a minute, another one at once', () => {
    const saidAt = monday('10:00')
    const again = { ...byMail, isOther: false, saidAt }
    given(created, corrected)
      .when(correctContact, { ...again, at: laterBy(saidAt, sayAgainAfterMs - 1) })
      .isRefused('said_just_now')
    given(created, corrected)
      .when(correctContact, { ...again, at: laterBy(saidAt, sayAgainAfterMs) })
      .records(corrected)
    given(created, corrected)
      .when(correctContact, { ...byMail, saidAt, at: saidAt })
      .records(corrected)
  })
})
