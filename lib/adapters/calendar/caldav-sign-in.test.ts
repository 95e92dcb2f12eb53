import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import { type CaldavServer, caldavServers } from '@/tests/fixtures/caldav-servers'
import { startDigestProxy } from '@/tests/fixtures/digest-proxy'
import { hasRadicale, radicaleName, radicaleUser, startRadicale } from '@/tests/fixtures/radicale'
import { failureOf } from '@/tests/world/failure-of'
import { caldavCalendar } from './caldav'
import { discoverCalendars } from './caldav-discovery'
import { tryCalendar } from './try-calendar'

const now = '2026-12-02T09:00:00.000Z'
const soon = () => AbortSignal.timeout(20_000)
const call = () => ({ key: 'key', signal: soon(), lostSince: null })
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function startServer(answer: RequestListener) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

for (const { name, isHere, start } of caldavServers) {
  describe.skipIf(!isHere)(`behind Digest, ${name}`, () => {
    let server: CaldavServer
    beforeAll(async () => {
      server = await start()
    }, 60_000)
    afterAll(() => server.stop())

    test.each(['MD5', 'SHA-256', 'MD5-sess'] as const)(
      'lets visits be written and taken away by %s',
      async (algorithm) => {
        const proxy = await startDigestProxy(server.origin, { algorithm, who: radicaleUser })
        stops.push(proxy.stop)
        const account = { url: proxy.url + server.calendar, ...radicaleUser }
        expect(await tryCalendar(account, newId(), now, soon())).toEqual({ ok: true, value: null })
        const [basic, ...digests] = proxy.seen
        expect(basic).toEqual({ scheme: 'Basic', isIn: false })
        expect(new Set(digests.map(({ scheme }) => scheme))).toEqual(new Set(['Digest']))
        // One nonce too many is refused as too old, and only then another is asked for.
        expect(digests.filter(({ isIn }) => !isIn).length).toBeLessThan(digests.length / 4)
        proxy.expire()
        expect(await tryCalendar(account, newId(), now, soon())).toEqual({ ok: true, value: null })
        const many = Array.from({ length: 12 }, () => tryCalendar(account, newId(), now, soon()))
        for (const one of await Promise.all(many)) expect(one).toEqual({ ok: true, value: null })
      },
    )

    test('lets nobody in by a wrong password', async () => {
      const proxy = await startDigestProxy(server.origin, { who: radicaleUser })
      stops.push(proxy.stop)
      const wrong = { url: proxy.url + server.calendar, ...radicaleUser, password: 'wrong' }
      expect(await tryCalendar(wrong, newId(), now, soon())).toMatchObject({ refused: 'credentials_refused' })
      const calendar = caldavCalendar(wrong, async () => ({ summary: 'Consultation' }))
      const event = { appointmentId: newId(), doctorId: '' }
      const refused = { kind: 'transient', status: 401 }
      expect(await failureOf(calendar.removeEvent(event, call()))).toMatchObject(refused)
      expect(proxy.seen.filter(({ isIn }) => isIn)).toEqual([])
    })
  })
}

test.skipIf(!hasRadicale)(`the calendars of an account are found behind Digest, on ${radicaleName}`, async () => {
  const radicale = await startRadicale()
  const proxy = await startDigestProxy(radicale.url, { algorithm: 'SHA-256', who: radicaleUser })
  stops.push(proxy.stop, radicale.stop)
  const path = new URL(await radicale.makeCalendar('visits')).pathname
  const found = await discoverCalendars({ address: proxy.url, ...radicaleUser }, soon())
  expect(found.ok && found.value.map(({ url }) => url)).toEqual([proxy.url + path])
})

describe('a server that wants another way to sign in', () => {
  const ways = [
    ['Bearer realm="calendar"', 'Bearer'],
    ['Negotiate', 'Negotiate'],
    ['Digest realm="r", nonce="n", algorithm=SHA3-256', 'Digest SHA3-256'],
  ] as const
  test.each(ways)('is called by it: %s', async (challenge, way) => {
    const { url, asked } = await startServer((_, response) =>
      response.writeHead(401, { 'www-authenticate': challenge }).end('<html>secret words</html>'),
    )
    const said = { refused: 'sign_in_foreign', data: { way } }
    expect(await discoverCalendars({ address: url, ...radicaleUser }, soon())).toMatchObject(said)
    expect(await tryCalendar({ url, ...radicaleUser }, newId(), now, soon())).toMatchObject(said)
    const calendar = caldavCalendar({ url, ...radicaleUser }, async () => ({ summary: '' }))
    const event = { appointmentId: newId(), doctorId: '' }
    const refused = { kind: 'permanent', status: 401 }
    expect(await failureOf(calendar.removeEvent(event, call()))).toMatchObject(refused)
    expect(asked.length).toBeGreaterThan(0)
  })

  test('and takes a name and a password as well refuses those', async () => {
    const { url } = await startServer((_, response) =>
      response.writeHead(401, { 'www-authenticate': ['Bearer', 'Basic realm="calendar"'] }).end(),
    )
    const refused = { refused: 'credentials_refused' }
    expect(await discoverCalendars({ address: url, ...radicaleUser }, soon())).toMatchObject(refused)
  })

  test('after it wanted Digest gets Basic again', async () => {
    let wants = 'Digest realm="r", nonce="n", qop="auth"'
    const { url, asked } = await startServer((request, response) => {
      const [scheme = ''] = wants.split(' ')
      if (request.headers.authorization?.startsWith(scheme)) return response.writeHead(404).end()
      response.writeHead(401, { 'www-authenticate': wants }).end()
    })
    const calendar = caldavCalendar({ url, ...radicaleUser }, async () => ({ summary: '' }))
    await calendar.removeEvent({ appointmentId: newId(), doctorId: '' }, call())
    wants = 'Basic realm="r"'
    await calendar.removeEvent({ appointmentId: newId(), doctorId: '' }, call())
    const schemes = asked.map((header) => header?.split(' ')[0])
    expect(schemes).toEqual(['Basic', 'Digest', 'Digest', 'Digest', 'Basic', 'Basic'])
  })
})

test('neither password nor digest goes to another server, wherever one leads', async () => {
  const other = await startServer((_, response) =>
    response.writeHead(401, { 'www-authenticate': 'Digest realm="r", nonce="n", qop="auth"' }).end(),
  )
  const event = { appointmentId: newId(), doctorId: '' }
  const leading = `<multistatus xmlns="DAV:"><response><href>${other.url}/x.ics</href><prop><calendar-data>
UID:${event.appointmentId}@carnet
</calendar-data></prop></response></multistatus>`
  const { url } = await startServer((request, response) => {
    if (!request.headers.authorization?.startsWith('Digest')) {
      const domain = `domain="${other.url}/"`
      return response.writeHead(401, { 'www-authenticate': `Digest realm="r", nonce="m", qop="auth", ${domain}` }).end()
    }
    if (request.method === 'REPORT') return response.writeHead(207).end(leading)
    response.writeHead(request.method === 'GET' ? 404 : 307, { location: `${other.url}/dav` }).end()
  })
  const calendar = caldavCalendar({ url, ...radicaleUser }, async () => ({ summary: '' }))
  expect(await failureOf(calendar.removeEvent(event, call()))).toMatchObject({ kind: 'permanent', status: 307 })
  expect(await calendar.says(event, null, call())).toBe(true)
  expect(await discoverCalendars({ address: url, ...radicaleUser }, soon())).toMatchObject({
    refused: 'leads_elsewhere',
    data: { to: other.url },
  })
  expect(other.asked).toEqual([])
})
