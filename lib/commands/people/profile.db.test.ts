import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { setDoctorProfile } from '@/lib/commands/people/set-doctor-profile'
import { removePhoto, setPhoto } from '@/lib/commands/people/set-photo'
import type { Db } from '@/lib/db/client'
import { blankProfile, type DoctorProfile } from '@/lib/domain/people/doctor-profile'
import { findPhoto, getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import { doctors } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { cameraPhoto } from '@/tests/fixtures/pictures/camera-photo'

const { id } = doctors.helene
let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  db = database.db
  await db.doctorProfile.deleteMany()
})
afterAll(() => database.drop())

test('of a doctor of whom nothing was written nothing is said; what was written is read again', async () => {
  expect(await getDoctorProfile(db, id)).toEqual({ ...blankProfile, photo: null })
  const profile: DoctorProfile = {
    about: { fr: 'Pédiatre.', en: 'A paediatrician.' },
    languages: ['fr', 'ar'],
    sector: 'two_optam',
    fees: { fr: '60 €', en: '€60' },
    takesNewPatients: false,
  }
  await setDoctorProfile(db, id, blankProfile)
  await setDoctorProfile(db, id, profile)
  expect(await getDoctorProfile(db, id)).toEqual({ ...profile, photo: null })
})

test('a photo is found by its hash alone, until another takes its place or it is taken away', async () => {
  await setPhoto(db, id, await cameraPhoto())
  const { photo: first } = await getDoctorProfile(db, id)
  expect(await findPhoto(db, first ?? '')).toBeInstanceOf(Uint8Array)
  const picture = await cameraPhoto({ noise: true })
  await setPhoto(db, id, picture)
  const { photo: second } = await getDoctorProfile(db, id)
  expect(second).not.toBe(first)
  expect(await findPhoto(db, first ?? '')).toBeUndefined()
  expect(await setPhoto(db, id, Buffer.from('<svg/>'))).toMatchObject({ refused: 'photo_unreadable' })
  expect((await getDoctorProfile(db, id)).photo).toBe(second)
  // Two doctors may have the same picture; it is found as long as one has it.
  await setPhoto(db, doctors.samuel.id, picture)
  await removePhoto(db, id)
  await removePhoto(db, id)
  expect((await getDoctorProfile(db, id)).photo).toBeNull()
  expect(await findPhoto(db, second ?? '')).toBeInstanceOf(Uint8Array)
})

test('the database keeps no photo that weighs too much, or that its address does not name', async () => {
  const keep = (bytes: Buffer, hash: string) =>
    db.$executeRaw`insert into doctor_photo (doctor_id, hash, bytes) values (${id}::uuid, ${hash}, ${bytes})`
  const tooHeavy = Buffer.alloc(200_001)
  await expect(keep(tooHeavy, createHash('sha256').update(tooHeavy).digest('hex'))).rejects.toThrow('doctor_photo')
  await expect(keep(Buffer.from('a face'), '0'.repeat(64))).rejects.toThrow('doctor_photo')
})
