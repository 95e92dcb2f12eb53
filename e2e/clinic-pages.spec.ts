import { expect, newGuest, test } from './people'

test('the admin adds a visit type and a patient sees it; withdrawn, it is gone', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  await admin.goto('/clinic/people')
  await admin.getByRole('link', { name: 'Dr Samuel Roth' }).click()
  await admin.getByLabel('Name in English').fill('Second opinion')
  await admin.getByRole('button', { name: 'Add this reason' }).click()
  await expect(admin.getByText('Enter a name.')).toBeVisible()
  await expect(admin.getByLabel('Name in English')).toHaveValue('Second opinion')
  await admin.getByLabel('Name in French').fill('Deuxième avis')
  await admin.getByLabel('Minutes', { exact: true }).fill('30')
  await admin.getByLabel('confirmed straight away').check()
  await admin.getByRole('button', { name: 'Add this reason' }).click()
  await expect(admin.getByRole('link', { name: 'Second opinion' })).toBeVisible()
  await page.goto('/doctors/samuel-roth')
  await expect(page.getByText('Second opinion')).toBeVisible()

  await admin.getByRole('button', { name: 'No longer offer: Second opinion' }).click()
  await expect(admin.getByText('No longer offered')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Second opinion')).toHaveCount(0)
  await admin.getByRole('button', { name: 'Remove: Second opinion' }).click()
  await expect(admin.getByRole('link', { name: 'Second opinion' })).toHaveCount(0)
})

test('the admin adds a year’s public holidays, and opens one again', async ({ signedIn }) => {
  const admin = await signedIn('ada')
  const year = new Date().getFullYear() + 2
  await admin.goto(`/clinic?year=${year}`)
  await admin.getByRole('button', { name: `Add the public holidays of ${year}` }).click()
  const remove = admin.getByRole('button', { name: /^Remove: / })
  await expect(remove).toHaveCount(11)
  await admin.getByRole('button', { name: 'Remove: Bastille Day' }).click()
  await expect(admin.getByText('Open again:')).toBeVisible()
  for (let count = await remove.count(); count > 0; count--) {
    await remove.first().click()
    await expect(remove).toHaveCount(count - 1)
  }
  await expect(admin.getByText('No day of this year is closed.')).toBeVisible()
})

test('the admin gives somebody an account; its password is shown once, opens the desk, and can be given anew', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  const { email } = newGuest()
  await admin.goto('/clinic/people')
  const add = admin.getByRole('region', { name: 'Add staff' })
  await add.getByLabel('Name').fill('Bo Lind')
  await add.getByLabel('Email', { exact: true }).fill('helene@lilas.example')
  await add.getByRole('button', { name: 'Add staff' }).click()
  await expect(add.getByText('Someone already signs in with this address.')).toBeVisible()
  await expect(add.getByLabel('Name')).toHaveValue('Bo Lind')
  await add.getByLabel('Email', { exact: true }).fill(email)
  await add.getByRole('button', { name: 'Add staff' }).click()
  const given = await add.locator('code').textContent()
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password').fill(given ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/day/)
  expect((await page.goto('/clinic'))?.status()).toBe(404)

  await admin.reload()
  await expect(admin.locator('code')).toHaveCount(0)
  const row = admin.getByRole('listitem').filter({ hasText: email })
  await row.getByText('Change…').click()
  await row.getByRole('button', { name: 'Give a new password' }).click()
  await expect(admin.locator('code')).toHaveCount(1)
  await page.goto('/sagas')
  await expect(page).toHaveURL(/sign-in/)
})
