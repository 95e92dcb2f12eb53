import { expect, expectAccessible, test } from './people'

test('on any phone a free hour is in sight as the first page opens, with every specialty, in both languages', async ({
  browser,
}) => {
  for (const locale of ['fr-FR', 'en-GB']) {
    const context = await browser.newContext({ locale, viewport: { width: 360, height: 667 } })
    const page = await context.newPage()
    for (const path of ['/', '/?specialty=general']) {
      await page.goto(path)
      for (const width of [360, 375, 390]) {
        await page.setViewportSize({ width, height: 667 })
        await expect(page.locator('main [name=slot]').first()).toBeInViewport({ ratio: 1 })
        for (const specialty of await page.locator('main nav a').all())
          await expect(specialty).toBeInViewport({ ratio: 1 })
      }
    }
    await expect(page).toHaveTitle(/médecine générale|general practice/)
    await context.close()
  }
})

test('whoever looks for somebody is helped while typing, with the keyboard alone, and understood without a script', async ({
  page,
}) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'Doctor, specialty, reason' })
  // A key of the page is heard once its script has come.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(box).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.type('va')
  const options = page.getByRole('option')
  await expect(options).toHaveText([/Dr Hélène Vasseur.*\d/, /Vaccine.*Dr Vasseur, Dr Okafor.*\d/])
  await expect(page.getByRole('status').filter({ hasText: '2 suggestions' })).toBeAttached()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.last().getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(box).toHaveValue('va')
  await page.keyboard.type('c')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Next available times: Vaccine' })).toBeVisible()
  await page.locator('main [name=slot]').first().click()
  await expect(page.getByText('Vaccine').first()).toBeVisible()

  const read = async (typed: string) => (await page.request.get(`/?${new URLSearchParams({ q: typed })}`)).text()
  expect(await read('Dr vaseur')).toContain('Here is what comes closest.')
  expect(await read('Dr vaseur')).toMatch(/name="doctor" value="helene-vasseur"/)
  expect(await read('Vasseur Marie')).toContain('Did you mean:')
  expect(await read('paediatrician')).toContain('<title>Next available times in paediatrics')
})
