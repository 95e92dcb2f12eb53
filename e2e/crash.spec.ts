import { rmSync } from 'node:fs'
import { noInngest } from '@/scripts/e2e-run'
import { type Clinic, startClinic } from './clinic'
import { book, expect, mailOf, newGuest, signIn, test } from './people'
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
const start = () => startClinic(folder, port, settings)

test.use({ baseURL: address })

const alwaysEmbedded =
  'Always on the embedded engine, which is killed with the rest: two clinics of one name at one Inngest take each other’s functions.'

let clinic: Clinic | undefined
test.beforeEach(() => rmSync(folder, { recursive: true, force: true }))
test.afterEach(async () => clinic?.stop())

test('the whole tree is killed in the middle of several sagas: each booking completes, each message goes out once', {
  annotation: { type: 'inngest', description: alwaysEmbedded },
}, async ({ browser }) => {
  test.setTimeout(180_000)
  clinic = await start()
  const admin = await browser.newPage()
  await signIn(admin, 'ada')
  await setFault(admin, 'Mail and SMS', 'is down')
  const page = await browser.newPage()
  const guests: { email: string; visit: string }[] = []
  for (let number = 0; number < 4; number++) {
    const guest = await book(page, newGuest(), number)
    guests.push({ email: guest.email, visit: page.url() })
  }
  await expect(page.getByText(/Mail is slow/)).toBeVisible()
  await setFault(admin, 'Mail and SMS', 'works')
  guests.push({ ...(await book(page, newGuest(), 4)), visit: page.url() })
  await clinic.kill()

  clinic = await start()
  for (const { visit } of guests) {
    await page.goto(visit)
    await expect(page.getByRole('status')).toContainText('Your request is made.', { timeout: 60_000 })
  }
  for (const { email } of guests) expect(await mailOf(page, email)).toHaveLength(1)
  await admin.goto('/sagas')
  await expect(admin.locator('[data-state=running], [data-state=retrying]')).toHaveCount(0)
  await admin.close()
  await page.close()
})
