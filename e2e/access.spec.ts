import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { deskPages } from '@/app/(desk)/pages'
import { patientPages } from '@/app/(patient)/pages'
import { setUpPages } from '@/app/(setup)/pages'
import { actions } from '@/app/actions/access'
import { routes } from '@/app/api/access'
import { renewFeed } from '@/lib/commands/calendar/renew-feed'
import { addAccount } from '@/lib/commands/people/add-account'
import { setPhoto } from '@/lib/commands/people/set-photo'
import { visitToken } from '@/lib/commands/visit/visit-links'
import type { Role } from '@/lib/domain/people/role'
import { isoNow } from '@/lib/iso-now'
import { getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import { makePassword } from '@/lib/web/passwords'
import { doctors } from '@/prisma/demo/cast'
import { cameraPhoto } from '@/tests/fixtures/pictures/camera-photo'
import { readEntries } from '@/tests/house/entries'
import { backstage, stoppedRun } from './backstage'
import { expect, newGuest, test } from './people'
import { clinicUnderTest } from './under-test'

const { address } = clinicUnderTest
const built = (file: string) => JSON.parse(readFileSync(`.next/${file}`, 'utf8'))
/** Next's own, pictures, and what the clinic says to machines. */
const nextsOwn = [
  ...['/_not-found', '/_global-error', '/icon.svg', '/favicon.ico', '/apple-icon.png'],
  ...['/robots.txt', '/sitemap.xml', '/manifest.webmanifest'],
]

type Outcome = 'in' | 'to sign in' | 'no such page'
type Person = { role: Role | undefined; cookie: string }

/** What a declaration promises somebody in the demo, in a clinic that is open, who shows no secret, and a link that is theirs. */
function promised(access: unknown, role: Role | undefined): Outcome {
  if (typeof access === 'string') return /^(nobody|set-up|before-opening)$/.test(access) ? 'no such page' : 'in'
  const roles = access as Record<string, unknown>
  if ('inDemo' in roles) return promised(roles.inDemo, role)
  if ('secret' in roles) return 'no such page'
  if (!role) return 'to sign in'
  return role in roles ? 'in' : 'no such page'
}

/** What became of somebody. A stream is not read to its end. */
async function outcomeOf(path: string, { cookie }: Pick<Person, 'cookie'>, more: RequestInit = {}): Promise<Outcome> {
  const headers = { cookie, origin: address, ...more.headers }
  const response = await fetch(new URL(path, address), { redirect: 'manual', ...more, headers })
  await response.body?.cancel()
  if (response.status === 405) return outcomeOf(path, { cookie }, { ...more, method: 'POST' })
  const to = response.headers.get('x-action-redirect') ?? response.headers.get('location') ?? ''
  if (to.replace(address, '').startsWith('/sign-in')) return 'to sign in'
  return response.status === 404 ? 'no such page' : 'in'
}

/** Nobody, and one of each role. */
async function everybody(page: Page, signedIn: (who: 'helene' | 'ada') => Promise<Page>): Promise<Person[]> {
  const [{ email, name }, { password, hash: passwordHash }] = [newGuest(), await makePassword()]
  const account = { requestId: crypto.randomUUID(), name, email, role: 'staff', passwordHash } as const
  await backstage((db) => addAccount(db, account, isoNow()))
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/day/)
  const as = async (role: Role, of: Page): Promise<Person> => {
    const cookies = await of.context().cookies()
    return { role, cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') }
  }
  return [
    { role: undefined, cookie: '' },
    await as('staff', page),
    await as('doctor', await signedIn('helene')),
    await as('admin', await signedIn('ada')),
  ]
}

/** Fills an address with a visit, its link and patient, a saga, a run and a feed; or with a link that was never made. */
function places(): Promise<(pattern: string, isForged?: boolean) => string> {
  return backstage(async (db) => {
    const { id, startsAt, patientId } = await db.appointment.findFirstOrThrow({
      where: { doctorId: doctors.helene.id, status: 'requested' },
    })
    const [{ sagaId }, runId] = await Promise.all([db.saga.findFirstOrThrow(), stoppedRun(db, id)])
    const [feed, doctorId] = ['f'.repeat(43), doctors.samuel.id]
    await renewFeed(db, { doctorId, token: feed }, isoNow())
    await setPhoto(db, doctorId, await cameraPhoto())
    const { photo } = await getDoctorProfile(db, doctorId)
    const link = await visitToken(db, { appointmentId: id, contactId: patientId }, isoNow())
    const own: Record<string, string> = { sagas: sagaId, runs: runId, patients: patientId }
    return (pattern, isForged = false) =>
      pattern
        .replace('[id]', own[pattern.split('/')[1] ?? ''] ?? id)
        .replace('[token]', isForged ? 'forged' : pattern.includes('feeds') ? feed : link)
        .replace('[slug]', doctors.helene.slug)
        .replace('[hash]', photo ?? '')
        .replace('[page]', 'legal')
        .replace('[start]', startsAt.toISOString())
  })
}

test('every page and route that was built is declared, and lets in whom its declaration says', async ({
  page,
  signedIn,
}) => {
  test.slow()
  const paths = Object.values<string>(built('app-path-routes-manifest.json')).filter((path) => !nextsOwn.includes(path))
  const declared = paths.map((path) => [path, accessOf(path)] as const)
  const undeclared = declared.filter(([, access]) => access === undefined).map(([path]) => `${path} is not declared`)
  const [people, at] = [await everybody(page, signedIn), await places()]
  const wrong = people.map(async (person) => {
    const found: string[] = []
    for (const [path, access] of declared) {
      if (access === undefined) continue
      const outcome = await outcomeOf(at(path), person)
      if (outcome !== promised(access, person.role)) found.push(`${person.role ?? 'nobody'}: ${path}: ${outcome}`)
      const isLink = typeof access === 'string' && access.endsWith('-link')
      if (isLink && (await outcomeOf(at(path, true), person)) !== 'no such page') found.push(`${path} by a forged link`)
    }
    return found
  })
  expect([...undeclared, ...(await Promise.all(wrong)).flat()]).toEqual([])
  expect(declared.length).toBeGreaterThan(35)
})

test('an action that was built refuses whom its declaration does not name, before it reads what was sent', async ({
  page,
  signedIn,
}) => {
  type Built = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> }
  const { node }: Built = built('server/server-reference-manifest.json')
  const entries = readEntries().filter(({ kind }) => kind === 'action')
  const nameOf = (action: { filename: string; exportedName: string }) => `${action.exportedName} of ${action.filename}`
  expect(Object.values(node).map(nameOf).toSorted()).toEqual(
    entries.map(({ name, file }) => `${name} of ${file}`).toSorted(),
  )
  const at = await places()
  const wrong = (await everybody(page, signedIn)).map(async (person) => {
    const found: string[] = []
    for (const [id, action] of Object.entries(node)) {
      const name = action.exportedName.replace(/Action$/, '')
      const { asks } = entries.find((entry) => `${entry.name} of ${entry.file}` === nameOf(action)) ?? { asks: [] }
      // One that has no line of its own asks as others do. A link is what a form sends, and this one is empty.
      const declared = (name in actions ? [name] : asks).map((ask) => actions[ask as keyof typeof actions])
      const refusals = declared.map((access) =>
        access === 'visit-link' ? 'no such page' : promised(access, person.role),
      )
      if (refusals.length === 0) found.push(`${nameOf(action)} asks for nobody`)
      // What lets them in is not pressed.
      if (refusals.length === 0 || refusals.includes('in')) continue
      const [worker = ''] = Object.keys(action.workers)
      const outcome = await outcomeOf(at(addressOf(worker)), person, {
        method: 'POST',
        headers: { 'next-action': id },
        body: emptyForms(),
      })
      if (outcome !== refusals[0]) found.push(`${person.role ?? 'nobody'}: ${nameOf(action)}: ${outcome}`)
    }
    return found
  })
  expect((await Promise.all(wrong)).flat()).toEqual([])
})

test('the desk’s frame marks the page one is on, without JavaScript', async ({ signedIn }) => {
  for (const [who, role] of [
    ['helene', 'doctor'],
    ['ada', 'admin'],
  ] as const) {
    const { request } = await signedIn(who)
    for (const [path, desk] of Object.entries(deskPages)) {
      if (promised(desk.access, role) !== 'in' || 'isReaders' in desk) continue
      const html = await (await request.get(path)).text()
      const nav = /<nav [^>]*aria-label="Main".*?<\/nav>/s.exec(html)?.[0] ?? ''
      const marked = (nav.match(/<a .*?>/g) ?? []).filter((link) => link.includes('aria-current="page"'))
      expect(marked, path).toHaveLength(1)
      expect(marked[0], path).toContain(`href="${'partOf' in desk ? desk.partOf : path}"`)
    }
  }
})

/** Two empty forms, as React sends what an action is called with. */
function emptyForms(): FormData {
  const body = new FormData()
  body.set('0', '["$K1","$K2"]')
  return body
}

function addressOf(worker: string): string {
  return `/${worker
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`
}

function accessOf(path: string): unknown {
  if (path in routes) return routes[path as keyof typeof routes]
  const pages: Record<string, { access: unknown }> = { ...patientPages, ...setUpPages, ...deskPages }
  return pages[`/${path.split('/')[1]}`]?.access
}
