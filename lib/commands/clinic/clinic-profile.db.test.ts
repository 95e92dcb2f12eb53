import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '@/lib/db/client'
import { findClinicPage } from '@/lib/queries/clinic/clinic-pages'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'
import { clinicProfile } from '@/prisma/demo/profiles'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { saveClinicPage } from './save-clinic-page'
import { setClinicProfile } from './set-clinic-profile'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  db = database.db
  await db.$transaction([db.clinicProfile.deleteMany(), db.clinicHours.deleteMany(), db.clinicPage.deleteMany()])
})
afterAll(() => database.drop())

test('a clinic that has said nothing is open at no time; what it says takes the place of what it said', async () => {
  expect(await getClinicProfile(db)).toMatchObject({ hours: [], emergencyNumbers: [], directions: { fr: '', en: '' } })
  await setClinicProfile(db, clinicProfile)
  await setClinicProfile(db, { ...clinicProfile, hours: ['9–12, 14–18', '', '', '', '', '', ''] })
  const { hours, ...words } = await getClinicProfile(db)
  expect(hours).toEqual([
    { weekday: 1, opens: '09:00', closes: '12:00' },
    { weekday: 1, opens: '14:00', closes: '18:00' },
  ])
  const { hours: _, ...written } = clinicProfile
  expect(words).toEqual(written)
})

test('hours that make no sense change nothing, not even what does', async () => {
  const before = await getClinicProfile(db)
  const hours = ['never', '', '', '', '', '', '']
  expect(await setClinicProfile(db, { ...clinicProfile, emergencyNumbers: ['999'], hours })).toMatchObject({
    data: [{ field: 'hours1', name: 'day_hours_invalid' }],
  })
  expect(await getClinicProfile(db)).toEqual(before)
})

test('a text of the clinic’s has somebody who answers for it, and a day', async () => {
  expect(await findClinicPage(db, 'legal')).toBeUndefined()
  const text = { fr: '# Éditeur', en: '# Publisher' }
  await saveClinicPage(db, { page: 'legal', owner: 'Bo Lind', text, reviewedOn: '2026-09-01' })
  await saveClinicPage(db, { page: 'legal', owner: 'Ada Lindqvist', text, reviewedOn: '2026-11-30' })
  expect(await findClinicPage(db, 'legal')).toEqual({ owner: 'Ada Lindqvist', text, reviewedOn: '2026-11-30' })
})
