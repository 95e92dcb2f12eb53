import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connect, type Db } from '@/lib/db/client'
import { doneOf } from '@/lib/domain/opening/opening'
import { nextStep } from '@/lib/domain/opening/steps'
import { hourMs, laterBy } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { findSetUpKey, getOpening, isClinicOpen } from '@/lib/queries/opening/opening'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { clinic } from '@/prisma/demo/cast'
import { migrate } from '@/scripts/launch/postgres/migrate'
import { createEmptyDatabase, createTestDatabase } from '@/tests/fixtures/database'
import { offerSetUp, takeSetUp } from './offer-set-up'
import { addFirstAdmin, addFirstDoctor, nameFirstClinic, openFirstClinic, setFirstHours } from './set-up-clinic'

let db: Db
let drop: () => Promise<void>
beforeEach(async () => {
  const empty = await createEmptyDatabase(inject('postgresUrl'))
  await migrate(empty.url)
  db = connect(empty.url)
  drop = () => db.$disconnect().then(empty.drop)
})
afterEach(() => drop())

const now = isoNow()
const ada = { name: 'Ada Lindqvist', email: 'Ada@clinic.example', passwordHash: 'hash' }
const vasseur = {
  name: 'Hélène Vasseur',
  form: 'Dre',
  specialty: 'pediatrics',
  language: 'fr',
  passwordHash: 'h',
} as const
const week = {
  ...{ weekdays: [1, 2], morningFrom: '08:30', morningUntil: '12:30', afternoonFrom: '', afternoonUntil: '' },
  minutes: 20,
}
const visit = { nameFr: 'Consultation', nameEn: 'Consultation', autoConfirm: true }
const step = async () => nextStep(doneOf(await getOpening(db)))

test('each step is made once however often it is sent, can be changed, and leads to a clinic that can be booked', async () => {
  await offerSetUp(db, 'a-link', now)
  expect(await isClinicOpen(db)).toBe(false)
  expect(await step()).toBe('clinic')
  await nameFirstClinic(db, { ...clinic, name: 'Cabinet' })
  await nameFirstClinic(db, clinic)
  expect(await isClinicOpen(db)).toBe(false)
  expect(await step()).toBe('you')
  for (const name of ['Ada', ada.name]) await addFirstAdmin(db, { ...ada, name }, now)
  expect(await step()).toBe('doctor')
  for (const email of ['h@clinic.example', 'Helene@clinic.example'])
    expect(await addFirstDoctor(db, { ...vasseur, email }, now)).toMatchObject({ ok: true })
  expect(await step()).toBe('hours')
  for (const minutes of [15, 20])
    expect(await setFirstHours(db, { ...week, minutes }, visit)).toMatchObject({ ok: true })
  expect(await step()).toBe('mail')
  expect(await db.user.findMany({ orderBy: { role: 'asc' }, select: { name: true, email: true, role: true } })).toEqual(
    [
      { name: 'Ada Lindqvist', email: 'ada@clinic.example', role: 'admin' },
      { name: 'Dre Hélène Vasseur', email: 'helene@clinic.example', role: 'doctor' },
    ],
  )
  const doctor = await findDoctorBySlug(db, 'helene-vasseur')
  expect(doctor).toMatchObject({
    visitTypes: [{ minutes: 20, autoConfirm: true }],
    schedule: { stepMinutes: 20, hours: [{ weekday: 1 }, { weekday: 2, opens: '08:30', closes: '12:30' }] },
  })

  expect(await openFirstClinic(db, now)).toBe(true)
  expect(await openFirstClinic(db, now)).toBe(false)
  expect(await isClinicOpen(db)).toBe(true)
})

test('an address that another has is refused, for the first doctor as for the first admin', async () => {
  await offerSetUp(db, 'a-link', now)
  await nameFirstClinic(db, clinic)
  await addFirstAdmin(db, ada, now)
  const taken = { refused: 'email_taken' }
  expect(await addFirstDoctor(db, { ...vasseur, email: ada.email }, now)).toMatchObject(taken)
  await addFirstDoctor(db, { ...vasseur, email: 'helene@clinic.example' }, now)
  expect(await addFirstDoctor(db, { ...vasseur, email: ada.email }, now)).toMatchObject(taken)
  expect(await addFirstAdmin(db, { ...ada, email: 'helene@clinic.example' }, now)).toMatchObject(taken)
})

test('a link is good once, for an hour, until the next one; the browser that took it goes on for a day', async () => {
  const key = (secret: string, at = now) => findSetUpKey(db, secret, at)
  await offerSetUp(db, 'first', now)
  await offerSetUp(db, 'second', now)
  expect(await key('first')).toBeUndefined()
  expect(await key('second')).toBe('link')
  expect(await key('second', laterBy(now, hourMs))).toBeUndefined()
  expect(await takeSetUp(db, { token: 'first', browser: 'late' }, now)).toBe(false)
  const taken = await Promise.all(
    ['one', 'other', 'third'].map((browser) => takeSetUp(db, { token: 'second', browser }, now)),
  )
  expect(taken.filter(Boolean)).toHaveLength(1)
  const browser = ['one', 'other', 'third'][taken.indexOf(true)] ?? ''
  expect(await key('second')).toBeUndefined()
  expect(await key(browser, laterBy(now, 23 * hourMs))).toBe('browser')
  expect(await key(browser, laterBy(now, 24 * hourMs))).toBeUndefined()

  // A new start prints another link, and the browser at work goes on until somebody takes it.
  await offerSetUp(db, 'third', now)
  expect(await key(browser)).toBe('browser')
  await takeSetUp(db, { token: 'third', browser: 'fresh' }, now)
  expect(await key(browser)).toBeUndefined()
  await openFirstClinic(db, now)
  expect(await key('fresh')).toBeUndefined()
  expect(await offerSetUp(db, 'fourth', now)).toBe(false)
})

test('a clinic that was there before has no set-up', async () => {
  const there = await createTestDatabase(inject('postgresUrl'))
  expect(await offerSetUp(there.db, 'a-link', now)).toBe(false)
  expect(await isClinicOpen(there.db)).toBe(true)
  await there.drop()
})
