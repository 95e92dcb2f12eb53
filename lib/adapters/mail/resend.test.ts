import { afterAll, beforeAll, expect, test } from 'vitest'
import { patients } from '@/prisma/demo/cast'
import { giveUpOn } from '@/tests/world/give-up-on'
import type { Misbehaviour } from '@/tests/world/misbehaviour'
import type { RunningWorld } from '@/tests/world/start-world'
import { startTestWorld } from '@/tests/world/test-world'
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

const ics = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Rendez-vous – Dre Vasseur\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
const mail = { to: patients.amina.email, subject: 'Confirmé', text: 'À demain.', html: null, ics }
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
  expect(details).toMatchObject({
    id,
    to: 'amina@example.org',
    subject: 'Confirmé',
    attachments: ['rendez-vous-dre-vasseur.ics'],
  })
  expect(details).toMatchObject({
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
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
