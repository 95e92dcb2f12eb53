import { expect, test } from 'vitest'
import { doctors } from '@/prisma/demo/cast'
import { openChoice, sealChoice } from './calendar-choice'

const now = '2026-12-01T09:00:00.000Z'
const doctorId = doctors.helene.id
const calendars = [{ url: 'https://dav.example/a/', name: 'A' }]
const choice = { doctorId, username: 'helene', password: 's3cret', calendars }
const sealed = sealChoice(choice, now)

test('what was found comes back from the page as it was, and the page cannot read it', () => {
  expect(openChoice(sealed, doctorId, now)).toMatchObject(choice)
  expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('s3cret')
})

test('it is worth nothing to another doctor, when it was changed, or a quarter of an hour later', () => {
  expect(openChoice(sealed, doctors.idris.id, now)).toBeUndefined()
  expect(openChoice(`${sealed.slice(0, -4)}AAAA`, doctorId, now)).toBeUndefined()
  expect(openChoice('nonsense', doctorId, now)).toBeUndefined()
  expect(openChoice(sealed, doctorId, '2026-12-01T09:14:59.000Z')).toBeDefined()
  expect(openChoice(sealed, doctorId, '2026-12-01T09:15:00.000Z')).toBeUndefined()
})
