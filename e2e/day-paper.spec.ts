import { rowOf, visitOfLastWeek } from './last-week'
import { expect, test } from './people'

test('a day is printed black on white, with when and a word about privacy, and without buttons', async ({
  signedIn,
}) => {
  const { guest, path } = await visitOfLastWeek()
  const doctor = await signedIn('helene')
  await doctor.goto(path)
  await expect(doctor.getByText('Health data: do not leave in sight.')).toBeHidden()
  await doctor.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(doctor.getByText('Health data: do not leave in sight.')).toBeVisible()
  await expect(rowOf(doctor, guest)).toBeVisible()
  await expect(doctor.getByRole('button')).toHaveCount(0)
  await expect(doctor.getByRole('navigation')).toHaveCount(0)
  const colours = await doctor.evaluate(() => {
    const body = getComputedStyle(document.body)
    return [body.backgroundColor, body.color]
  })
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])

  // A full day: twenty-five of them, and two with a name that takes a second line.
  await rowOf(doctor, guest).evaluate((row) => {
    const others = [...(row.parentElement?.children ?? [])].filter((other) => other !== row)
    for (const other of others) other.remove()
    for (let visits = 1; visits < 25; visits++) row.after(row.cloneNode(true))
    const names = [...document.querySelectorAll('tbody a.cover')].slice(0, 2)
    for (const name of names) name.textContent = 'Maximilienne-Alexandra Papadopoulou-Vandenbroucke de La Rochefoucauld'
  })
  const pdf = await doctor.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('the day of all doctors is printed on a sheet for each, of twenty-five visits', async ({ signedIn }) => {
  const { guest, path } = await visitOfLastWeek()
  const desk = await signedIn('ada')
  await desk.goto(path)
  await desk.getByRole('link', { name: 'Print' }).click()
  const own = desk.locator('[data-paper=helene-vasseur]')
  await expect(own.getByRole('row').filter({ hasText: guest.name })).toBeVisible()
  await desk.emulateMedia({ media: 'print' })
  await expect(desk.getByRole('button')).toHaveCount(0)
  const sheets = await desk.locator('[data-paper]').count()
  expect(sheets).toBeGreaterThan(1)
  await expect(desk.getByText('Health data: do not leave in sight.')).toHaveCount(sheets)
  await desk.evaluate(() => {
    const row = document.querySelector('[data-standing]')
    for (const body of document.querySelectorAll('[data-paper] tbody'))
      body.replaceChildren(...Array.from({ length: 25 }, () => row?.cloneNode(true) as Node))
  })
  const pdf = await desk.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets)
})
