import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import { isId } from '@/lib/ids'
import { backstage } from './backstage'
import { book, expect, freeHours, test } from './people'

const huge = 'x'.repeat(100_000)
const nasty = [
  '',
  ' ',
  huge,
  '\u0000',
  '\u202Egnp.exe',
  '💥👩‍⚕️\uD800',
  '<script>alert(1)</script>',
  "' or 1=1; --",
  '../../etc/passwd',
  '%00%ff',
  '2026-11-24T09:00:00+25:00',
  '9999999999999999999',
  '0b7c1f6e-0000-4000-8000-000000000999',
]

/** Half of a pair of code units, which is no text. */
const broken = '%ED%A0%80'

/** What nobody may ever see of us. */
const stack = /\bat \S+ \(\S+:\d+:\d+\)|node_modules|PrismaClient|\.tsx?:\d+:\d+/

/** How much there is of everything that a form could change. */
function everything(): Promise<number[]> {
  return backstage(async (db) => {
    const { appointment, patient, note, user, visitType, doctorHours, timeOff, doctor } = db
    const tables = [appointment, patient, note, user, visitType, doctorHours, timeOff, doctor]
    // Sagas of before may still be recording their steps.
    const decided = await db.event.count({ where: { type: { startsWith: 'Appointment' } } })
    return [decided, ...(await Promise.all(tables.map((table) => (table.count as () => Promise<number>)())))]
  })
}

async function expectCalm(response: APIResponse, about: string): Promise<void> {
  expect(response.status(), about).toBeLessThan(500)
  expect(await response.text(), about).not.toMatch(stack)
}

test('whatever stands in an address, there is a page or none, never a fault', async ({ page, signedIn }) => {
  test.slow()
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  const before = await everything()
  for (const text of nasty.filter((text) => text.length < 1_000).map(encoded)) {
    const open = [
      `/?specialty=${text}&q=${text}&from=${text}`,
      `/api/find?q=${text}`,
      `/doctors/${text}`,
      `/doctors/helene-vasseur?week=${text}&day=${text}&type=${text}`,
      `/book/${text}/${text}?request=${text}`,
      `/book/helene-vasseur/${text}?type=${text}&request=${text}`,
      `/v/${text}`,
      `/visits/${text}`,
      `/v/${text}/move/${text}`,
      // What cannot be decoded Next itself refuses there, before any code of ours.
      ...(text === broken ? [] : [`/api/v/${text}/visit.ics`]),
      `/my-visits?code=${text}&link=${text}`,
      `/inbox?message=${text}&channel=${text}`,
    ]
    const ofDoctor = [
      `/calendar?date=${text}&view=${text}`,
      `/day?date=${text}`,
      `/calendar/visits/${text}/move/${text}`,
    ]
    const ofAdmin = [
      `/sagas?tab=${text}&type=${text}&doctor=${text}&period=${text}&q=${text}&sealed=${text}&after=${text}&before=${text}`,
      `/sagas/${text}?attempt=${text}`,
      `/health?range=${text}`,
    ]
    for (const path of open) await expectCalm(await page.request.get(path), path)
    for (const path of ofDoctor) await expectCalm(await doctor.request.get(path), path)
    for (const path of ofAdmin) await expectCalm(await admin.request.get(path), path)
  }
  expect(await everything()).toEqual(before)
})

test('whatever is written into a form, it is answered in a sentence and changes nothing', async ({
  page,
  signedIn,
}) => {
  test.slow()
  await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const visit = new URL(page.url()).pathname
  const admin = await signedIn('ada')
  await admin.goto('/sagas')
  const saga = new URL(
    (await admin.locator('tbody a[href^="/sagas/"]').first().getAttribute('href')) ?? '',
    admin.url(),
  ).pathname
  const doctor = await signedIn('helene')
  await page.goto('/doctors/claire-moreau?week=3')
  const hour = await freeHours(page).first().getAttribute('value')
  // Without an address nothing is booked, whatever else may be right.
  const booking = ['requestId', 'proof', 'doctor', 'type', 'slot', 'name', 'phone']
  const forms: [Page, string, string, readonly string[]][] = [
    [page, `/book/claire-moreau/${hour}`, 'name="requestId"', booking],
    [page, '/book/claire-moreau/2031-01-06T08:00:00.000Z', 'name="slot"', ['doctor', 'slot', 'type', 'request']],
    [page, '/doctors/claire-moreau?week=3', 'name="doctor"', ['proof', 'doctor', 'slot', 'type', 'request', 'again']],
    [page, '/sign-in', 'name="password"', ['email', 'password']],
    [page, '/my-visits', 'name="email"', ['email']],
    [page, '/my-visits?code=sent', 'name="email"', ['email', 'code']],
    [page, visit, 'name="birthDate"', ['token', 'birthDate']],
    [page, `${visit}/cancel`, 'name="requestId"', ['token', 'requestId']],
    [doctor, '/calendar', 'name="appointmentId"', ['requestId', 'appointmentId']],
    [admin, saga, 'name="operation"', ['requestId', 'sagaId', 'version', 'operation']],
  ]
  const before = await everything()
  for (const [who, path, marker, names] of forms) {
    const form = await readForm(who.request, path, marker)
    if (!form) continue
    for (const name of names) {
      for (const text of nasty) {
        // With a request's id that is one, the form is as it should be.
        if (name === 'requestId' && isId(text)) continue
        const response = await send(who.request, form, { [name]: text })
        await expectCalm(response, `${path} ${name}=${JSON.stringify(text.slice(0, 40))}`)
      }
    }
  }
  expect(await everything()).toEqual(before)
})

test('another’s visit cannot be acted on by its id, nor a request be sent for an hour that is not free', async ({
  page,
  signedIn,
}) => {
  const others = await backstage((db) =>
    db.appointment.findFirstOrThrow({
      where: { doctorId: '0a7c1f6e-0000-4000-8000-000000000002', status: 'requested' },
    }),
  )
  const before = await everything()
  const doctor = await signedIn('helene')
  for (const path of [
    `/calendar/visits/${others.id}`,
    `/api/calendar/visits/${others.id}/slots`,
    '/day?doctor=idris-okafor',
  ])
    expect((await doctor.request.get(path)).status(), path).toBe(404)
  const form = await readForm(doctor.request, '/calendar', 'name="appointmentId"')
  if (!form) throw new Error('Dr Vasseur has no request to confirm')
  const answer = await send(doctor.request, form, { appointmentId: others.id })
  expect(await answer.text()).toContain('We cannot find this appointment.')
  const moved = await doctor.request.post('/api/calendar/acts', {
    data: {
      acts: [
        { act: 'move', requestId: crypto.randomUUID(), appointmentId: others.id, slot: others.startsAt },
        { act: 'decline', requestId: crypto.randomUUID(), appointmentId: others.id, reason: '' },
        { act: 'cancel', requestId: crypto.randomUUID(), appointmentId: others.id, reason: '' },
      ],
    },
  })
  const unknown = { refusal: { name: 'appointment_unknown' } }
  expect(await moved.json()).toMatchObject({ answers: [unknown, unknown, unknown] })

  for (const path of ['/calendar', '/day', '/sagas', '/health', '/sagas/stream'])
    expect([307, 404], path).toContain((await page.request.get(path, { maxRedirects: 0 })).status())
  for (const path of ['/sagas', '/health', '/clinic']) expect((await doctor.request.get(path)).status(), path).toBe(404)
  expect(await everything()).toEqual(before)
})

function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return broken
  }
}

type Form = { url: string; fields: Record<string, string> }

/** A form as a browser without JavaScript has it: where it is sent to, and its hidden fields. */
async function readForm(request: APIRequestContext, path: string, marker: string): Promise<Form | undefined> {
  const response = await request.get(path)
  const forms = (await response.text()).match(/<form.*?<\/form>/gs) ?? []
  const form = forms.find((form) => form.includes(marker))
  if (!form) return undefined
  const hidden = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const fields = hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
  return { url: response.url(), fields: Object.fromEntries(fields) }
}

function send(request: APIRequestContext, { url, fields }: Form, changed: Record<string, string>) {
  const headers = { origin: new URL(url).origin, referer: url }
  return request.post(url, { multipart: { ...fields, ...changed }, headers, maxRedirects: 0 })
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
