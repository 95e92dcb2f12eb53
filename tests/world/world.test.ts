import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld } from './start-world'
import { startTestWorld } from './test-world'

let world: Awaited<ReturnType<typeof startTestWorld>>
beforeAll(async () => {
  world = await startTestWorld()
}, 60_000)
afterAll(() => world.stop())

const authorization = `Basic ${btoa('carnet:a password')}`
const ics = (status: string, uid: string) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `UID:${uid}@carnet`,
    'DTSTART:20261202T090000Z',
    `STATUS:${status}`,
    'SEQUENCE:4',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const put = (uid: string, headers = {}, body = ics('TENTATIVE', uid)) =>
  fetch(`${world.url}/caldav/helene/${uid}.ics`, { method: 'PUT', headers: { authorization, ...headers }, body })
const mail = (key: string, subject = 'Confirmé') =>
  fetch(`${world.url}/resend/emails`, {
    method: 'POST',
    headers: { authorization: 'Bearer re_test', 'idempotency-key': key },
    body: JSON.stringify({ from: 'carnet@lilas.example', to: 'amina@example.org', subject, text: 'À demain.' }),
  })

test('a world that was killed and is started again has forgotten nothing', async () => {
  const first = await (await mail('kept')).json()
  const etag = (await put('kept')).headers.get('etag') ?? ''
  const [ledger, state] = [await world.ledger(), await world.state()]
  process.kill(world.pid, 'SIGKILL')
  const again = await startWorld({ ledgerFile: world.ledgerFile, port: Number(new URL(world.url).port) })
  expect([await again.ledger(), await again.state()]).toEqual([ledger, state])
  expect(await (await mail('kept')).json()).toEqual(first)
  expect((await mail('kept', 'Autre chose')).status).toBe(409)
  expect((await put('kept', { 'if-none-match': '*' })).status).toBe(412)
  expect((await put('kept', { 'if-match': etag }, ics('CONFIRMED', 'kept'))).status).toBe(201)
  expect((await put('kept', { 'if-match': etag })).status).toBe(412)
  expect(await again.state()).toMatchObject([{ collection: 'helene', uid: 'kept', status: 'confirmed', sequence: 4 }])
  expect((await again.ledger()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7])
  await again.stop()
  await world.stop()
  world = await startTestWorld()
}, 60_000)

test('a misbehaviour meets only the calls that it was meant for, as often as it was meant', async () => {
  await world.misbehave({ service: 'calendar', operation: 'put', match: 'one', mode: '503', times: 2 })
  const statuses = []
  for (const uid of ['one', 'other', 'one', 'one']) statuses.push((await put(uid)).status)
  expect(statuses).toEqual([503, 201, 503, 201])
})

test('until it is forgiven when it was meant so, and who hangs then is hung up on', async () => {
  await world.misbehave({ service: 'calendar', mode: 'hang-after', times: null })
  const hanging = ['a', 'b'].map((uid) =>
    put(uid).then(
      () => 'answered',
      () => 'hung up on',
    ),
  )
  await expect.poll(async () => (await world.state()).map(({ uid }) => uid)).toEqual(expect.arrayContaining(['a', 'b']))
  await world.forgive()
  expect(await Promise.all(hanging)).toEqual(['hung up on', 'hung up on'])
  expect((await put('c')).status).toBe(201)
})

test('a call that is held is let through when it is released, to who still waits and for who has gone', async () => {
  await world.misbehave({ service: 'calendar', operation: 'put', mode: 'hang-before', times: 2 })
  const waits = put('waits')
  await expect.poll(async () => (await world.ledger()).at(-1)).toMatchObject({ key: 'waits', mode: 'hang-before' })
  await fetch(`${world.url}/caldav/helene/gone.ics`, {
    method: 'PUT',
    headers: { authorization },
    body: ics('TENTATIVE', 'gone'),
    signal: AbortSignal.timeout(300),
  }).catch(() => undefined)
  expect((await world.state()).filter(({ uid }) => ['waits', 'gone'].includes(uid))).toEqual([])
  await world.release()
  expect((await waits).status).toBe(201)
  expect((await world.ledger()).slice(-2)).toMatchObject([
    { key: 'waits', mode: 'released', applied: true, answer: 201 },
    { key: 'gone', mode: 'released', applied: true, answer: null },
  ])
})

test('a misbehaviour that nobody knows is refused', async () => {
  await expect(world.misbehave({ service: 'mail', mode: 'sulk' as '409' })).rejects.toThrow(/refuses/)
})
