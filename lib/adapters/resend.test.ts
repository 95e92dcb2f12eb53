import { afterAll, beforeAll, expect, test } from 'vitest'
import { patients } from '@/prisma/cast'
import { giveUpOn } from '@/scripts/world/give-up-on'
import type { Misbehaviour } from '@/scripts/world/misbehaviour'
import type { RunningWorld } from '@/scripts/world/start-world'
import { startTestWorld } from '@/scripts/world/test-world'
import { sendByResend } from './resend'

let world: RunningWorld
beforeAll(async () => {
  world = await startTestWorld()
  Object.assign(process.env, {
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: `${world.url}/resend`,
    MAIL_FROM: 'Carnet <carnet@lilas.example>',
  })
}, 60_000)
afterAll(() => world.stop())

const mail = { to: patients.amina.email, subject: 'Confirmé', text: 'À demain.', html: null, ics: 'BEGIN:VCALENDAR' }
let keys = 0
const newKey = () => `key-${++keys}`
const send = (key: string, change = {}, signal = AbortSignal.timeout(20_000)) =>
  sendByResend({ ...mail, ...change }, { key, signal, lostSince: null })
const misbehave = (mode: Misbehaviour['mode'], rest = {}) => world.misbehave({ service: 'mail', mode, ...rest })
const calls = async (key: string) => (await world.ledger()).filter((entry) => entry.key === key)
const accepted = async (key: string) => (await calls(key)).filter(({ applied }) => applied)

test('a mail is accepted with its invitation, and repeated by its key it is the same mail', async () => {
  const key = newKey()
  const id = await send(key)
  expect(await send(key)).toBe(id)
  expect((await calls(key)).map(({ applied, repeated }) => ({ applied, repeated }))).toEqual([
    { applied: true, repeated: false },
    { applied: false, repeated: true },
  ])
  const [{ details } = {}] = await accepted(key)
  expect(details).toMatchObject({ id, to: 'amina@example.org', subject: 'Confirmé', attachments: ['visit.ics'] })
})

test('a conflict on our own key means that it was accepted before', async () => {
  const key = newKey()
  await send(key)
  expect(await send(key, { text: 'Autre chose.' })).toBeNull()
  expect(await accepted(key)).toHaveLength(1)
})

test('a mail that was delayed on its way and repeated meanwhile arrives once', async () => {
  const key = newKey()
  await misbehave('hang-before')
  expect(await giveUpOn(world, (signal) => send(key, {}, signal))).toMatchObject({ kind: 'unknown', status: null })
  await send(key)
  await world.release()
  expect((await calls(key)).map(({ mode, applied, repeated }) => ({ mode, applied, repeated }))).toEqual([
    { mode: 'hang-before', applied: false, repeated: false },
    { mode: null, applied: true, repeated: false },
    { mode: 'released', applied: false, repeated: true },
  ])
})
