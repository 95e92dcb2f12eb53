import { isoNow } from '@/lib/iso-now'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { backstage } from './backstage'
import { book, expect, expectAccessible, mailOf, messages, test } from './people'

test('whoever forwarded a message makes its link useless, and is sent another', async ({ page }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const given = page.url()
  expect(given).toMatch(/\/v\/[0-9A-HJKMNP-TV-Z]{26}$/)
  await page.getByText('I forwarded a message').click()
  await page.getByRole('button', { name: 'Send me a new link' }).click()
  await expect(page.getByRole('status')).toContainText('The old link no longer works')
  await expectAccessible(page)

  await page.goto(given)
  await expect(page.getByRole('status')).toContainText('This link was replaced by a newer one.')
  expect((await page.request.get(given.replace('/v/', '/api/v/').concat('/visit.ics'))).url()).toContain('/my-visits')
  await expect(async () => {
    expect(await mailOf(page, guest.email)).toContainEqual(expect.stringMatching(/^A new link to .*appointment: /))
  }).toPass()
  await page.goto('/inbox')
  await messages(page).filter({ hasText: guest.email }).first().click()
  const link = page.frameLocator('iframe').getByRole('link', { name: 'See my appointment' })
  const fresh = (await link.getAttribute('href')) ?? ''
  expect(fresh).not.toBe(given)
  await page.goto(fresh)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
})

test('a link is read as people copy it, says when it is over, and those of older messages lead to a code', async ({
  page,
}) => {
  await book(page)
  const token = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.goto(`/v/${encodeURIComponent(` ${token.slice(0, 9)} - ${token.slice(9)}`.toLowerCase())}`)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')

  await backstage(async (db) => {
    const link = await findVisitLink(db, token, isoNow())
    const longAgo = new Date('2026-01-05T09:00:00.000Z')
    if (!link?.opens) throw new Error('the link does not open')
    await db.appointment.update({ where: { id: link.appointmentId }, data: { startsAt: longAgo } })
  })
  await page.goto(`/v/${token}`)
  await expect(page.getByRole('status')).toContainText('This link has expired')
  await expect(page.getByRole('status').getByRole('link', { name: 'Book another appointment' })).toBeVisible()

  await page.goto('/visits/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmVk/cancel')
  await expect(page.getByRole('status')).toContainText('Links in older messages no longer work.')
  await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible()
})
