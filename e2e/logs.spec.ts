import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { findPostgresHome } from '@/scripts/launch/postgres/postgres-home'
import { testServerFolder } from '@/tests/run/test-server'
import { notOfSagas } from './log-sentences'
import { bookingForm, confirmVisit, expect, openForm, test } from './people'
import { setFault } from './switches'
import { clinicUnderTest } from './under-test'

/** Somebody whose every word is found again, wherever it lands. */
const canary = {
  name: 'Zéphyrine Quetzalcanari',
  email: 'quetzal-canari@example.org',
  phone: '06 39 98 77 31',
  reason: 'une toux de quetzal',
}
const traces = [/quetzal/i, /Z[ée]phyrine/i, /6[ .-]?39[ .-]?98[ .-]?77[ .-]?31/]

/** Every line about a saga says which, of what, when, where it was and at which try. */
const sagaLine = z.object({
  timestamp: z.iso.datetime(),
  sagaId: z.uuid(),
  eventType: z.string().regex(/^appointment-/),
  appointmentId: z.uuid(),
  step: z.string().min(1),
  attempt: z.int().min(0),
})

/** Everything that any process of the clinic has written, its database too. */
function everythingLogged(): string {
  const postgres = findPostgresHome(testServerFolder()) ?? ''
  const entries = [clinicUnderTest.folder, postgres].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true }),
  )
  const logs = entries.filter((entry) => entry.isFile() && /\.log(\.before)?$|^log$/.test(entry.name))
  return logs.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')).join('\n')
}

/**
 * The lines that the app has logged, but for one that is being written; Next's own stand between them, and are none.
 */
function linesOfApp(): string[] {
  const log = readFileSync(path.join(clinicUnderTest.folder, 'app.log'), 'utf8')
  const whole = log.split('\n').slice(0, -1)
  return whole.filter((line) => line.startsWith('{'))
}

test('whatever happens to a patient, nothing of them stands in any log, and every line about a saga is whole', async ({
  page,
  signedIn,
}) => {
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  await openForm(page)
  await page.getByLabel('Patient’s name').fill(canary.name)
  await page.getByLabel('Email', { exact: true }).fill(`${canary.email} and more`)
  await page.getByLabel('Mobile phone').fill(canary.phone)
  await bookingForm(page).getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.locator('[aria-invalid]').first()).toBeVisible()
  await page.getByLabel('Email', { exact: true }).fill(canary.email)
  const proof = await bookingForm(page).locator('[name=proof]').inputValue()
  await bookingForm(page).getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  const secrets = [proof, new URL(page.url()).pathname.split('/').at(-1) ?? '']
  await confirmVisit(doctor, page, canary)
  await page.getByText('Help the doctor prepare').click()
  await page.getByLabel('Reason for your appointment').fill(canary.reason)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The doctor can see it.')).toBeVisible()

  await setFault(admin, 'Email and text messages', 'refuses everything')
  await openForm(page)
  await page.getByLabel('Patient’s name').fill(canary.name)
  await page.getByLabel('Email', { exact: true }).fill(canary.email)
  await bookingForm(page).getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByRole('status')).toContainText('We could not book your appointment.')
  await setFault(admin, 'Email and text messages', 'works')
  await page.goto('/my-visits')
  await page.getByLabel('Email', { exact: true }).fill(canary.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText('If there are appointments')).toBeVisible()
  await admin.goto('/sagas')

  const lines = everythingLogged().split('\n')
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => traces.some((trace) => trace.test(line)))).toEqual([])
  expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([])
  const said = linesOfApp().map((line) => JSON.parse(line))
  const ofSagas = said.filter(({ msg }) => !notOfSagas.includes(msg))
  expect(ofSagas.length).toBeGreaterThan(8)
  for (const line of ofSagas) expect(sagaLine.safeParse(line).error, JSON.stringify(line)).toBeUndefined()
})
