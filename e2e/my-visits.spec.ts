import { book, expect, expectAccessible, mailOf, newGuest, test } from './people'

test('a patient sees all their visits after a code from the mail, and no code but the last opens them', async ({
  page,
}) => {
  const guest = newGuest()
  await book(page, guest, 40)
  await book(page, guest, 41)
  await page.goto('/my-visits')
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill(guest.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`If visits were booked with ${guest.email}`)).toBeVisible()
  await expectAccessible(page)

  let subject = ''
  await expect(async () => {
    subject = (await mailOf(page, guest.email))[0] ?? ''
    expect(subject).toMatch(/^Your code: \d{3} \d{3}$/)
  }).toPass()
  const code = subject.replaceAll(/\D/g, '')
  await page.goto('/my-visits?code=sent')
  await page.getByLabel('Code from the mail').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await page.getByRole('button', { name: 'Show my visits' }).click()
  await expect(page.getByText('This is not the code from the last mail.')).toBeVisible()
  await page.getByLabel('Code from the mail').fill(code)
  await page.getByRole('button', { name: 'Show my visits' }).click()
  await expect(page.getByRole('heading', { name: 'To come' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Open the visit of/ })).toHaveCount(2)
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /^Open the visit of/ })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText('Your request is made.')

  await page.goto('/my-visits')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible()
})

test('an address that never booked is told the same, and is sent nothing', async ({ page }) => {
  const { email } = newGuest()
  await page.goto('/my-visits')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`If visits were booked with ${email}`)).toBeVisible()
  expect(await mailOf(page, email)).toEqual([])
})

test('what a patient tells beforehand is kept, and the visit goes into their own calendar', async ({ page }) => {
  await book(page, newGuest(), 42)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  await page.getByText('Help the doctor prepare').click()
  await page.getByLabel('Date of birth').fill('2099-01-01')
  await page.getByLabel('Why you come').fill('A cough since Sunday <b>& more</b>')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This date cannot be a date of birth.')).toBeVisible()
  await page.getByLabel('Date of birth').fill('2020-06-30')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The doctor sees it.')).toBeVisible()
  await page.reload()
  await page.getByText('Help the doctor prepare').click()
  await expect(page.getByLabel('Date of birth')).toHaveValue('2020-06-30')
  await expect(page.getByLabel('Why you come')).toHaveValue('A cough since Sunday <b>& more</b>')

  const link = page.getByRole('link', { name: 'Add to my calendar' })
  const file = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toMatch(/BEGIN:VEVENT[\s\S]*STATUS:TENTATIVE/)
})

test('whoever lost a visit takes another hour at one press, with what they told before', async ({ page }) => {
  const guest = await book(page, newGuest(), 44)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const lost = page.url()
  await page.goto(`${lost}/cancel`)
  await page.getByRole('button', { name: 'Cancel this visit' }).click()
  await expect(page.getByRole('status')).toContainText('It is cancelled.')
  const again = page.getByRole('region', { name: 'Take another slot' })
  await again
    .getByRole('button', { name: /\d\d:\d\d/ })
    .first()
    .dblclick()
  await page.waitForURL((url) => url.pathname.startsWith('/visits/') && url.href !== lost)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  await expect(page.getByRole('definition').filter({ hasText: guest.name })).toBeVisible()
  const subjects = await mailOf(page, guest.email)
  expect(subjects.filter((subject) => subject.startsWith('Request received'))).toHaveLength(2)
})
