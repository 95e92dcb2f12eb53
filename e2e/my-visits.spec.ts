import { whileNobodyReads } from './backstage'
import { book, expect, expectAccessible, expectWholeTimes, mailOf, newGuest, openForm, test } from './people'

test('a patient sees all their visits after a code from the mail, and no code but the last opens them', async ({
  page,
}) => {
  const guest = newGuest()
  await book(page, guest)
  await book(page, guest)
  await page.goto('/my-visits')
  await expectAccessible(page)
  await page.getByLabel('Email', { exact: true }).fill(guest.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`If there are appointments for ${guest.email}`)).toBeVisible()
  await expect(page.getByLabel('Code from the email')).toBeFocused()
  await expectAccessible(page)

  let subject = ''
  await expect(async () => {
    subject = (await mailOf(page, guest.email))[0] ?? ''
    expect(subject).toMatch(/^Your code: \d{3} \d{3}$/)
  }).toPass()
  const code = subject.replaceAll(/\D/g, '')
  await page.goto('/my-visits?code=sent')
  await page.getByLabel('Code from the email').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await page.getByRole('button', { name: 'See my appointments' }).click()
  await expect(page.getByText('This is not the code from our last email.')).toBeVisible()
  await page.getByLabel('Code from the email').fill(code)
  await page.getByRole('button', { name: 'See my appointments' }).click()
  await expect(page.getByRole('heading', { name: 'Upcoming' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Open the appointment on/ })).toHaveCount(2)
  await expectAccessible(page)
  await expectWholeTimes(page)
  await expect(page.getByRole('listitem').getByText('Requested')).toHaveCount(2)
  await expect(page.getByRole('link', { name: /^Move… the appointment on/ })).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Directions' })).toHaveCount(2)
  await page.getByRole('link', { name: 'Book an appointment' }).click()
  await openForm(page)
  await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(guest.email)
  await page.goto('/my-visits')
  await page
    .getByRole('link', { name: /^Open the appointment on/ })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')

  await page.goto('/my-visits')
  const copied = await page.context().cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible()
  await page.context().addCookies(copied)
  await page.goto('/my-visits')
  await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible()
})

test('an address is looked for after the answer, so that neither its words nor its time tell whether it is known', async ({
  page,
}) => {
  const known = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await whileNobodyReads('patient', async () => {
    for (const { email } of [known, newGuest()]) {
      await page.goto('/my-visits')
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await expect(page.getByText(`If there are appointments for ${email}`)).toBeVisible()
    }
  })
  await expect(async () =>
    expect(await mailOf(page, known.email)).toContainEqual(expect.stringMatching(/^Your code/)),
  ).toPass()
})

test('a code opens the visits on the browser that asked for it alone, whatever others ask and guess meanwhile', async ({
  page,
  browser,
}) => {
  const guest = await book(page)
  const context = await browser.newContext()
  const stranger = await context.newPage()
  const ask = async (who: typeof page) => {
    await who.goto('/my-visits')
    await who.getByLabel('Email', { exact: true }).fill(guest.email)
    await who.getByRole('button', { name: 'Send me a code' }).click()
    await expect(who.getByText(`If there are appointments for ${guest.email}`)).toBeVisible()
  }
  const enter = async (who: typeof page, code: string) => {
    await who.goto('/my-visits?code=sent')
    await who.getByLabel('Code from the email').fill(code)
    await who.getByRole('button', { name: 'See my appointments' }).click()
  }
  const codes = async () => (await mailOf(page, guest.email)).filter((subject) => subject.startsWith('Your code'))
  await ask(page)
  await expect(async () => expect(await codes()).toHaveLength(1)).toPass()
  const code = (await codes())[0]?.replaceAll(/\D/g, '') ?? ''
  await ask(stranger)
  await enter(stranger, code)
  await expect(stranger.getByText('This is not the code from our last email.')).toBeVisible()
  await enter(page, code)
  await expect(page.getByRole('heading', { name: 'Upcoming' })).toBeVisible()
  await context.close()
})

test('an address that never booked is told the same, and is sent nothing', async ({ page }) => {
  const { email } = newGuest()
  await page.goto('/my-visits')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(`If there are appointments for ${email}`)).toBeVisible()
  expect(await mailOf(page, email)).toEqual([])
})

test('what a patient tells beforehand is kept, and the visit goes into their own calendar', async ({ page }) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await page.getByText('Help the doctor prepare').click()
  await page.getByLabel('Date of birth').fill('2099-01-01')
  await page.getByLabel('Reason for your appointment').fill('A cough since Sunday <b>& more</b>')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This date cannot be a date of birth.')).toBeVisible()
  await page.getByLabel('Date of birth').fill('2020-06-30')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The doctor can see it.')).toBeVisible()
  await page.reload()
  await page.getByText('Change what the doctor reads').click()
  await expect(page.getByLabel('Date of birth')).toHaveValue('2020-06-30')
  await expect(page.getByLabel('Reason for your appointment')).toHaveValue('A cough since Sunday <b>& more</b>')

  const link = page.getByRole('link', { name: 'Add to my calendar' })
  const file = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toMatch(/BEGIN:VEVENT[\s\S]*STATUS:TENTATIVE/)
})

test('whoever lost a visit takes another hour at one press, with what they told before', async ({ page }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const lost = page.url()
  await page.goto(`${lost}/cancel`)
  await page.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect(page.getByRole('status')).toContainText('Your appointment is cancelled.')
  const again = page.getByRole('region', { name: 'Book another time' })
  await again
    .getByRole('button', { name: /\d\d:\d\d/ })
    .first()
    .dblclick()
  await page.waitForURL((url) => url.pathname.startsWith('/v/') && url.href !== lost)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await expect(page.getByRole('region', { name: 'The appointment' })).toContainText(guest.name)
  const subjects = await mailOf(page, guest.email)
  expect(subjects.filter((subject) => subject.startsWith('Request received'))).toHaveLength(2)
})
