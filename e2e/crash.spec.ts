import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { minuteMs } from '@/lib/domain/time'
import { resendReport, webhookSecret } from '@/tests/fixtures/webhooks'
import { noInngest } from '@/tests/run/e2e-run'
import { startTestWorld } from '@/tests/world/test-world'
import { type Clinic, startClinic } from './clinic'
import { expect, expectAccessible, mailOf, requestVisit, signIn, test } from './people'
import { setFault } from './switches'
import { clinicToKill } from './under-test'

const { folder, port, address } = clinicToKill
const settings = {
  SAGA_BACKOFF_MS: '1000,2000',
  CIRCUIT_OPEN_MS: '1000',
  STEP_DEADLINE_MS: '2000',
  DRIVER_GRACE_MS: '1000',
  ...noInngest,
}
const start = (more = {}) => startClinic(folder, port, { ...settings, ...more })

test.use({ baseURL: address })

/** Books one of the free hours of the clinic that is killed, where nobody else comes. */
async function bookSoon(page: Page): Promise<{ name: string; email: string }> {
  await page.goto('/doctors/helene-vasseur?week=1')
  await page.locator('button[name=slot]:visible').first().click()
  await expect(page.getByLabel('Email', { exact: true })).toBeVisible()
  return requestVisit(page)
}

const alwaysEmbedded =
  'Always on the embedded engine, which is killed with the rest: two clinics of one name at one Inngest take each other’s functions.'

let clinic: Clinic | undefined
test.beforeEach(() => rmSync(folder, { recursive: true, force: true }))
test.afterEach(async () => clinic?.stop())

test('the whole tree is killed in the middle of several sagas: each booking completes, each message goes out once', {
  annotation: { type: 'inngest', description: alwaysEmbedded },
}, async ({ browser, expectError }) => {
  test.setTimeout(5 * minuteMs)
  expectError(/net::ERR_|Failed to fetch/)
  clinic = await start()
  const admin = await browser.newPage()
  await signIn(admin, 'ada')
  await setFault(admin, 'Email and text messages', 'is down')
  const page = await browser.newPage()
  const guests: { email: string; visit: string }[] = []
  for (let number = 0; number < 4; number++) {
    const guest = await bookSoon(page)
    guests.push({ email: guest.email, visit: page.url() })
  }
  await expect(page.getByText(/The email has not gone yet/)).toBeVisible()
  await setFault(admin, 'Email and text messages', 'works')
  guests.push({ ...(await bookSoon(page)), visit: page.url() })
  await clinic.kill()

  clinic = await start()
  for (const { visit } of guests) {
    await page.goto(visit)
    await expect(page.getByRole('status')).toContainText('Your request has been sent.', { timeout: minuteMs })
  }
  for (const { email } of guests) expect(await mailOf(page, email)).toHaveLength(1)
  await admin.goto('/sagas')
  await expect(admin.locator('[data-state=running], [data-state=retrying]')).toHaveCount(0)
  await admin.close()
  await page.close()
})

test('asked to end while mails are on their way it ends within ten seconds, and no mail is sent twice or came back unnoticed', {
  annotation: { type: 'inngest', description: alwaysEmbedded },
}, async ({ browser, expectError }) => {
  test.setTimeout(5 * minuteMs)
  expectError(/net::ERR_|Failed to fetch/)
  const world = await startTestWorld()
  const resend = {
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'Carnet <carnet@lilas.example>',
    RESEND_BASE_URL: `${world.url}/resend`,
    RESEND_WEBHOOK_SECRET: webhookSecret,
    STEP_DEADLINE_MS: '8000',
  }
  clinic = await start(resend)
  const page = await browser.newPage()
  await world.misbehave({ service: 'mail', mode: 'slow', ms: 3_000, times: null })
  const mails = async () => (await world.ledger()).filter(({ service }) => service === 'mail')
  const visits: string[] = []
  for (let number = 0; number < 3; number++) {
    await bookSoon(page)
    visits.push(page.url())
  }
  await expect(async () => expect((await mails()).length).toBeGreaterThanOrEqual(3)).toPass()
  const begin = Date.now()
  await clinic.stop()
  expect(Date.now() - begin).toBeLessThan(10_000)

  await world.forgive()
  clinic = await start(resend)
  for (const visit of visits) {
    await page.goto(visit)
    await expect(page.getByRole('status')).toContainText('Your request has been sent.', { timeout: minuteMs })
  }
  await expect(async () => expect(await mails()).toHaveLength(2 * visits.length)).toPass()
  expect((await mails()).filter(({ repeated }) => repeated)).toEqual([])

  const key = (await mails()).find(({ key }) => key.includes(':requested:'))?.key ?? ''
  const bounce = { bounce: { type: 'Permanent', subType: 'General', message: 'no such person' } }
  const told = await fetch(resendReport({ home: address, key, type: 'email.bounced', more: bounce }))
  expect(told.status).toBe(204)
  const admin = await browser.newPage()
  await signIn(admin, 'ada')
  await admin.goto('/sagas')
  await expect(
    admin.getByRole('heading', { level: 2, name: '1 message did not arrive: somebody should call' }),
  ).toBeVisible()
  await expectAccessible(admin)
  await admin.locator('[aria-labelledby=came-back] a').click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Everything is done, but a message did not arrive.')
  await expect(admin.getByText('Call the patient: a message did not arrive.')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Note as settled by phone: Request received' }).click()
  const noted = admin.getByRole('status').filter({ hasText: 'Noted as settled by phone: Request received.' })
  await expect(noted).toBeFocused()
  await expect(admin.getByText('refused for good (Permanent/General), settled')).toBeVisible()
  await admin.goto('/sagas')
  await expect(admin.locator('[aria-labelledby=came-back]')).toHaveCount(0)
  await admin.close()
  await page.close()
  await world.stop()
})
