import { backstage } from './backstage'
import { expect, expectAccessible, test } from './people'

test('the health page tells its four measures in charts and in a table, and the span is in its address', async ({
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await admin.goto('/health')
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(/promises/)
  const measures = admin.getByRole('region', { name: 'Four measures' })
  for (const name of [
    /Requests that became an appointment/,
    /mean/,
    /Sagas undone/,
    /Median, 95th and 99th percentile/,
  ])
    await expect(measures.getByRole('img', { name })).toBeVisible()
  const booked = measures.getByRole('figure').filter({ hasText: 'Booked' })
  const [, of] = /of (\d+) request/.exec((await booked.textContent()) ?? '') ?? []
  await admin.getByText('The same numbers as a table').click()
  const whole = admin.getByRole('table', { name: 'Requests over time' }).getByRole('row').filter({ hasText: 'In all' })
  await expect(whole).toContainText(of ?? 'no number')
  await expectAccessible(admin)

  await admin.getByRole('link', { name: '24 hours' }).click()
  await expect(admin).toHaveURL(/range=day/)
  await expect(admin.getByText('Last 24 hours, hour by hour')).toBeVisible()
  await expect(admin.getByRole('row', { name: /Calendar/ }).last()).toContainText(/Well|Refused last|Does not answer/)
})

test('a promise that is late stands first, with the way to what breaks it', async ({ signedIn }) => {
  const admin = await signedIn('ada')
  const broken = await backstage(async (db) => {
    const { key } = await db.message.findFirstOrThrow({ where: { status: 'sent', role: 'patient' } })
    await db.message.update({ where: { key }, data: { status: 'stored' } })
    return key
  })
  try {
    await admin.goto('/health')
    // Others may be late for a moment, when a test has booked in a week gone by.
    await expect(admin.getByRole('heading', { level: 1 })).toContainText(/promises? (is|are) late/)
    const promises = admin.getByRole('region', { name: 'Promises' }).getByRole('listitem')
    const first = promises.filter({ hasText: 'A message whose step succeeded was sent.' })
    await expect(first.getByRole('link', { name: 'Open the first' })).toBeVisible()
    const late = await promises.filter({ hasText: 'Open the first' }).count()
    expect((await promises.allInnerTexts()).findIndex((text) => text.includes('A message whose'))).toBeLessThan(late)
    await expectAccessible(admin)
    await first.getByRole('link', { name: 'Open the first' }).click()
    await expect(admin.getByRole('region', { name: /What happened/ })).toBeVisible()
  } finally {
    await backstage((db) => db.message.update({ where: { key: broken }, data: { status: 'sent' } }))
  }
})

test('the health page is for the clinic’s own people', async ({ page, signedIn }) => {
  const doctor = await signedIn('helene')
  await doctor.goto('/health')
  await expect(doctor.getByText('This page does not exist.')).toBeVisible()
  await page.goto('/health')
  await expect(page).toHaveURL(/sign-in/)
})
