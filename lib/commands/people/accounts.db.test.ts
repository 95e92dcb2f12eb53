import { verifyPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listAccounts } from '@/lib/queries/people/accounts'
import { findDoctorBySlug, findDoctorOfUser } from '@/lib/queries/people/doctors'
import { makePassword } from '@/lib/web/passwords'
import { doctors } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { addAccount } from './add-account'
import { addDoctor } from './add-doctor'
import { setPassword, setRole } from './change-account'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const now = isoNow()
const passwordOf = async (userId: string) =>
  (await database.db.account.findFirstOrThrow({ where: { userId, providerId: 'credential' } })).password ?? ''

test('a doctor comes with an account and a slug of their own, and offers nothing yet', async () => {
  const { password, hash: passwordHash } = await makePassword()
  expect(password.length).toBeGreaterThanOrEqual(16)
  const { name } = doctors.helene
  const doctor = { name, form: 'Dre', specialty: 'general', email: 'H.V@lilas.example', language: 'fr' } as const
  const added = { requestId: newId(), passwordHash, ...doctor }
  expect(await addDoctor(database.db, added, now)).toEqual({ ok: true, value: { slug: 'helene-vasseur-2' } })
  expect(await addDoctor(database.db, added, now)).toMatchObject({ refused: 'email_taken' })
  const found = await findDoctorBySlug(database.db, 'helene-vasseur-2')
  expect(found).toMatchObject({ name, email: 'h.v@lilas.example', visitTypes: [] })
  const [account] = await listAccounts(database.db)
  expect(account).toMatchObject({ name: 'Dre Hélène Vasseur', email: 'h.v@lilas.example', role: 'doctor' })
  expect((await findDoctorOfUser(database.db, account?.id ?? ''))?.slug).toBe('helene-vasseur-2')
  expect(await verifyPassword({ hash: await passwordOf(account?.id ?? ''), password })).toBe(true)
})

test('staff become admin and back, but nobody changes their own role, nor a doctor’s', async () => {
  const { hash: passwordHash } = await makePassword()
  const one = { requestId: newId(), name: 'Ada', email: 'ada@clinic.example', role: 'admin', passwordHash } as const
  const other = { ...one, requestId: newId(), name: 'Bo', email: 'bo@clinic.example', role: 'staff' } as const
  for (const account of [one, other]) expect(await addAccount(database.db, account, now)).toMatchObject({ ok: true })
  expect(await addAccount(database.db, { ...one, requestId: newId(), email: 'ADA@clinic.example' }, now)).toMatchObject(
    {
      refused: 'email_taken',
    },
  )
  const [ada, bo] = [one.requestId, other.requestId]
  expect(await setRole(database.db, { userId: bo, role: 'admin', by: ada })).toMatchObject({ ok: true })
  expect(await setRole(database.db, { userId: ada, role: 'staff', by: ada })).toMatchObject({ refused: 'own_role' })
  const roles = (await listAccounts(database.db)).map(({ name, role }) => `${name} ${role}`)
  expect(roles).toEqual(['Ada admin', 'Bo admin', 'Dre Hélène Vasseur doctor'])
  const doctor = (await listAccounts(database.db)).find(({ role }) => role === 'doctor')?.id ?? ''
  expect(await setRole(database.db, { userId: doctor, role: 'admin', by: ada })).toMatchObject({
    refused: 'account_unknown',
  })
})

test('another password ends the sessions of the old one, except one’s own, and is given to the team alone', async () => {
  const [account] = await listAccounts(database.db)
  const userId = account?.id ?? ''
  const session = { id: newId(), userId, token: newId(), createdAt: now, expiresAt: new Date(4e12) }
  await database.db.session.create({ data: session })
  const { password, hash } = await makePassword()
  const sessions = () => database.db.session.count({ where: { userId } })
  expect(await setPassword(database.db, { userId, passwordHash: 'own', by: userId })).toMatchObject({ ok: true })
  expect(await sessions()).toBe(1)
  const by = newId()
  expect(await setPassword(database.db, { userId, passwordHash: hash, by })).toMatchObject({ ok: true })
  expect(await verifyPassword({ hash: await passwordOf(userId), password })).toBe(true)
  expect(await sessions()).toBe(0)
  await database.db.user.update({ where: { id: userId }, data: { role: 'patient' } })
  const refused = { refused: 'account_unknown' }
  expect(await setPassword(database.db, { userId, passwordHash: 'x', by })).toMatchObject(refused)
})

test('a doctor of whose name nothing can stand in an address has their id there', async () => {
  const doctor = { name: '李', form: 'Dr', specialty: 'general', email: 'li@lilas.example', language: 'fr' } as const
  const added = { requestId: newId(), passwordHash: 'x', ...doctor }
  const answer = await addDoctor(database.db, added, now)
  const { slug } = answer.ok ? answer.value : { slug: '' }
  expect(await findDoctorBySlug(database.db, slug)).toMatchObject({ id: slug, name: '李' })
})
