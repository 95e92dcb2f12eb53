import { createServer as createPlain, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import { hasRadicale, type Radicale, radicaleName, radicaleUser, startRadicale } from '@/tests/fixtures/radicale'
import { discoverCalendars } from './caldav-discovery'
import { tryCalendar } from './try-calendar'

const find = (address: string, who = radicaleUser) =>
  discoverCalendars({ address, ...who }, AbortSignal.timeout(20_000))
const now = '2026-12-02T09:00:00.000Z'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A server that does as a test wants. Answers with its address and what it was asked. */
async function startServer(answer: RequestListener) {
  const asked: { url: string; authorization: string | undefined }[] = []
  const server = createPlain((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

describe.skipIf(!hasRadicale)(`the calendars of an account on ${radicaleName}`, () => {
  let radicale: Radicale
  beforeAll(async () => {
    radicale = await startRadicale()
  }, 60_000)
  afterAll(() => radicale.stop())

  test('are none at first; then those that hold events, by the names they have there', async () => {
    expect(await find(radicale.url)).toMatchObject({ refused: 'no_calendar' })
    await radicale.makeCalendar('tasks', { holds: 'VTODO' })
    expect(await find(radicale.url)).toMatchObject({ refused: 'no_calendar' })
    const visits = await radicale.makeCalendar('visits', { shownAs: 'Visites &amp; rendez-vous' })
    const year = await radicale.makeCalendar('year', { shownAs: '2026' })
    const found = await find(radicale.url)
    expect(found.ok && found.value.toSorted((a, b) => a.url.localeCompare(b.url))).toEqual([
      { url: visits, name: 'Visites & rendez-vous', isWritable: true },
      { url: year, name: '2026', isWritable: true },
    ])
  })

  test('are found from any address of the server: the calendar’s own, a wrong path, its well-known place', async () => {
    const visits = await radicale.makeCalendar('found')
    for (const path of ['/helene/', '/helene/found/', '/nobody/nothing/', '/.well-known/caldav']) {
      const found = await find(radicale.url + path)
      expect(found.ok && found.value.map(({ url }) => url), path).toContain(visits)
    }
  })

  test('are not shown to a wrong name or password', async () => {
    expect(await find(radicale.url, { ...radicaleUser, password: 'wrong' })).toMatchObject({
      refused: 'credentials_refused',
    })
    expect(await find(radicale.url, { ...radicaleUser, username: 'nobody' })).toMatchObject({
      refused: 'credentials_refused',
    })
  })

  test('can be tried: an event is written and taken away again', async () => {
    const url = await radicale.makeCalendar('tried')
    expect(await tryCalendar({ url, ...radicaleUser }, newId(), now, AbortSignal.timeout(20_000))).toEqual({
      ok: true,
      value: null,
    })
    expect(await (await radicale.ask('GET', url)).text()).not.toContain('VEVENT')
    const wrong = { url, ...radicaleUser, password: 'wrong' }
    expect(await tryCalendar(wrong, newId(), now, AbortSignal.timeout(20_000))).toMatchObject({
      refused: 'credentials_refused',
    })
    const absent = { ...radicaleUser, url: `${radicale.url}/helene/no-such-calendar/` }
    expect(await tryCalendar(absent, newId(), now, AbortSignal.timeout(20_000))).toMatchObject({
      refused: 'calendar_write_failed',
    })
  })
})

test.skipIf(!hasRadicale)(`a calendar that may only be read is told from none, on ${radicaleName}`, async () => {
  const radicale = await startRadicale()
  stops.push(radicale.stop)
  const url = await radicale.makeCalendar('read-only')
  await radicale.makeReadOnly('read-only')
  expect(await find(radicale.url)).toMatchObject({ refused: 'calendar_read_only' })
  const trying = await tryCalendar({ url, ...radicaleUser }, newId(), now, AbortSignal.timeout(20_000))
  expect(trying).toMatchObject({ refused: 'calendar_read_only' })
})

describe('an address', () => {
  test('that is none, or that nobody may have us call', async () => {
    expect(await find('file:///etc/passwd')).toMatchObject({ refused: 'address_invalid' })
    expect(await find('http://169.254.169.254/')).toMatchObject({ refused: 'address_forbidden' })
    expect(await find('http://93.184.216.34/')).toMatchObject({ refused: 'address_not_secure' })
  })

  test('where nobody answers, or not in time', async () => {
    const { url } = await startServer(() => {})
    const late = discoverCalendars({ address: url, ...radicaleUser }, AbortSignal.timeout(300))
    expect(await late).toMatchObject({ refused: 'address_unreachable' })
    expect(await find('http://127.0.0.1:1/')).toMatchObject({ refused: 'address_unreachable' })
    expect(await find('https://no-such-host.invalid/')).toMatchObject({ refused: 'address_unreachable' })
  })

  test('whose certificate is not in order', async () => {
    const { url } = await startServer((_, response) => response.end())
    expect(await find(url.replace('http:', 'https:'))).toMatchObject({ refused: 'certificate_refused' })
  })

  test('of a server that keeps no calendars', async () => {
    const answers: RequestListener[] = [
      (_, response) => response.end('<html>Welcome</html>'),
      (_, response) => response.writeHead(405).end(),
      (_, response) => response.writeHead(207, { 'content-type': 'application/xml' }).end('<not<xml'),
      (_, response) => response.writeHead(500).end('secret words'),
      (request, response) => response.writeHead(302, { location: request.url }).end(),
    ]
    for (const answer of answers) {
      const { url } = await startServer(answer)
      expect(await find(url)).toMatchObject({ refused: 'not_a_calendar_server' })
    }
  })

  test('that leads to another host: the password does not go there, and the doctor is told where', async () => {
    const other = await startServer((_, response) => response.end())
    const redirecting = await startServer((_, response) =>
      response.writeHead(301, { location: `${other.url}/dav` }).end(),
    )
    expect(await find(redirecting.url)).toMatchObject({ refused: 'leads_elsewhere', data: { to: other.url } })
    const onlyWellKnown = await startServer((request, response) => {
      const isWellKnown = request.url?.startsWith('/.well-known/')
      response.writeHead(isWellKnown ? 301 : 404, isWellKnown ? { location: `${other.url}/dav` } : {}).end()
    })
    expect(await find(onlyWellKnown.url)).toMatchObject({ refused: 'leads_elsewhere', data: { to: other.url } })
    expect(other.asked).toEqual([])
  })

  test('of a server that names a calendar in a way nobody can read: the others are shown', async () => {
    const odd = ['http://[', '/home/%zz/'].map((href) => response(href, calendarProps)).join('')
    const { url } = await startServer((request, answering) => {
      const body = {
        '/': principal,
        '/me/': homeSet(url),
        '/home/': multistatus(odd + response('/home/a/', calendarProps)),
      }
      answering
        .writeHead(207, { 'content-type': 'application/xml' })
        .end(body[request.url as keyof typeof body] ?? principal)
    })
    const found = await find(url)
    expect(found.ok && found.value.map(({ name }) => name)).toEqual(['%zz', 'a'])
  })

  test('whose server names another one for the calendars is followed there with the password', async () => {
    const home = await startServer((_, response) => {
      response.writeHead(207, { 'content-type': 'application/xml' }).end(listing)
    })
    const front = await startServer((request, response) => {
      const body = request.url === '/' ? principal : homeSet(home.url)
      response.writeHead(207, { 'content-type': 'application/xml' }).end(body)
    })
    const found = await find(front.url)
    expect(found.ok && found.value).toEqual([{ url: `${home.url}/home/a/`, name: 'a', isWritable: true }])
    expect(home.asked[0]?.authorization).toMatch(/^Basic /)
  })
})

test('a calendar whose objects have no versions is not connected: its visits could be written but once', async () => {
  const { url } = await startServer((request, answering) => {
    const isThere = request.method !== 'GET' || asked.some(({ method }) => method === 'PUT')
    asked.push({ method: request.method ?? '' })
    answering.writeHead(isThere ? 200 : 404).end(request.method === 'GET' ? 'BEGIN:VCALENDAR' : '')
  })
  const asked: { method: string }[] = []
  const trying = await tryCalendar({ url, ...radicaleUser }, newId(), now, AbortSignal.timeout(20_000))
  expect(trying).toMatchObject({ refused: 'calendar_write_failed' })
  expect(asked.map(({ method }) => method).slice(-2)).toEqual(['DELETE', 'REPORT'])
})

test('what a server wrote and answered too late is taken away again', async () => {
  const asked: string[] = []
  const { url } = await startServer((request, answering) => {
    asked.push(request.method ?? '')
    if (request.method !== 'PUT') answering.writeHead(request.method === 'GET' ? 404 : 204).end()
  })
  const trying = await tryCalendar({ url, ...radicaleUser }, newId(), now, AbortSignal.timeout(500))
  expect(trying).toMatchObject({ refused: 'calendar_write_failed' })
  expect(asked).toEqual(['GET', 'REPORT', 'PUT', 'DELETE', 'REPORT'])
})

const response = (href: string, props: string) =>
  `<d:response><d:href>${href}</d:href>
  <d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
const multistatus = (responses: string) =>
  `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses}</d:multistatus>`
const answer = (href: string, props: string) => multistatus(response(href, props))
const principal = answer('/', '<d:current-user-principal><d:href>/me/</d:href></d:current-user-principal>')
const homeSet = (url: string) =>
  answer('/me/', `<c:calendar-home-set><d:href>${url}/home/</d:href></c:calendar-home-set>`)
const calendarProps = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname/>'
const listing = answer('/home/a/', calendarProps)
