import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { waitUntil } from './wait-until'

const program = '/usr/bin/radicale'

/** Whether Debian's Radicale is installed: a real CalDAV server to hold our own against. */
export const hasRadicale = existsSync(program)

/** What a test calls it, so that one that is left out says why. */
export const radicaleName = hasRadicale
  ? 'Radicale'
  : 'Radicale, which is not installed here (apt-get install radicale)'

export const radicaleUser = { username: 'helene', password: 's3cret' }

export type Radicale = {
  url: string
  /** Makes a calendar of the user's and answers with its address. */
  makeCalendar: (name: string, options?: { shownAs?: string; holds?: 'VEVENT' | 'VTODO' }) => Promise<string>
  /** From now on this calendar may only be read. */
  makeReadOnly: (name: string) => Promise<void>
  /** One raw request with the user's password; the path may be a whole address. */
  ask: (method: string, path: string, init?: { headers?: Record<string, string>; body?: string }) => Promise<Response>
  stop: () => Promise<void>
}

/** Starts a Radicale on loopback with one user, who has no calendar yet. */
export async function startRadicale(): Promise<Radicale> {
  const folder = await mkdtemp(path.join(tmpdir(), 'carnet-radicale-'))
  const port = await freePort()
  const { username, password } = radicaleUser
  await writeFile(path.join(folder, 'users'), `${username}:${password}\n`, { mode: 0o600 })
  await writeFile(path.join(folder, 'rights'), rights)
  await writeFile(path.join(folder, 'config'), configOf(folder, port))
  const server = spawn(program, ['-C', path.join(folder, 'config')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await waitUntil(() => fetch(url, { redirect: 'manual' }).then(() => true), 20_000, 'Radicale does not answer')
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const ask: Radicale['ask'] = (method, at, { headers, body } = {}) =>
    fetch(new URL(at, url), { method, headers: { authorization, ...headers }, ...(body && { body }) })
  return {
    url,
    ask,
    async makeCalendar(name, { shownAs = name, holds = 'VEVENT' } = {}) {
      const made = await ask('MKCALENDAR', `/${username}/${name}/`, { body: calendarMade(shownAs, holds) })
      if (made.status !== 201) throw new Error(`Radicale made no calendar: ${made.status}`)
      return `${url}/${username}/${name}/`
    },
    makeReadOnly: (name) => {
      const only = `[read-only]\nuser: .+\ncollection: {user}/${name}\npermissions: r\n`
      return writeFile(path.join(folder, 'rights'), only + rights)
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function configOf(folder: string, port: number): string {
  return `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = from_file
file = ${folder}/rights
[storage]
filesystem_folder = ${folder}/store
[web]
type = none
[logging]
level = critical
`
}

/** To everybody what is their own; the first section that fits decides, and it is read anew for each request. */
const rights = `[own]
user: .+
collection: {user}(/.*)?
permissions: RWrw
[root]
user: .+
collection:
permissions: R
`

function calendarMade(shownAs: string, holds: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
<d:displayname>${shownAs}</d:displayname>
<c:supported-calendar-component-set><c:comp name="${holds}"/></c:supported-calendar-component-set>
</d:prop></d:set></c:mkcalendar>`
}
