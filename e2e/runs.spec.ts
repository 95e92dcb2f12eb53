import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { backstage } from './backstage'
import { otherWindow, ownDay, usual } from './own-day'
import { expect, expectAccessible, newGuest, test } from './people'

test('many requests are confirmed by the server, one after the other, though the page is closed', async ({
  signedIn,
}) => {
  const { day, bookAfter } = await ownDay()
  const guests = [await bookAfter(0, usual, true), await bookAfter(20, usual, true), await bookAfter(40, usual, true)]
  const doctor = await signedIn('helene')
  await doctor.goto(`/calendar?date=${day}`)
  await doctor
    .getByRole('button', { name: /^Confirm (both|all)/ })
    .first()
    .click()
  const dialog = doctor.getByRole('dialog')
  const these = dialog.getByRole('button', { name: /^Confirm (this one|these)/ })
  // Others may ask meanwhile, and are not this test's to confirm.
  await expect(async () => {
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck({ timeout: 1_000 })
    for (const { name } of guests) await dialog.getByRole('checkbox', { name }).check()
    await expect(these).toHaveText('Confirm these 3', { timeout: 1_000 })
  }).toPass()
  await these.click()
  const line = doctor.getByRole('region', { name: 'Bulk operations under way' })
  await expect(line).toContainText('Confirming 3 appointments')
  for (const { name } of guests) await expect(doctor.locator('[data-request]', { hasText: name })).toHaveCount(0)
  await doctor.close()

  const again = await signedIn('helene')
  await again.goto('/runs')
  await again.getByRole('link', { name: 'Confirming 3 appointments' }).first().click()
  await expect(again.getByRole('main').getByRole('status')).toHaveText('All 3 done.')
  for (const { name } of guests) await expect(again.getByRole('main').getByRole('row', { name })).toContainText('done')
  await expectAccessible(again)
})

for (const [locale, slug, words] of [
  [
    'en-GB',
    'idris-okafor',
    { take: 'Take time off', decide: 'Call off or move all 42…', announce: 'Tell 42 patients' },
  ],
  [
    'fr-FR',
    'samuel-roth',
    { take: 'Prévoir l’absence', decide: 'Annuler ou déplacer les 42…', announce: 'Annoncer à 42 patients' },
  ],
] as const) {
  test(`42 visits of a doctor who is away are called off with four presses at most, ${locale}`, async ({
    browser,
    signedIn,
  }) => {
    test.slow()
    const booked = await bookLast(slug, 42)
    const admin = await otherWindow(browser, await signedIn('ada'), { locale })
    await admin.addInitScript(countPresses)
    await admin.goto(`/hours?doctor=${slug}`)
    const off = admin.locator('#time-off')
    await off.locator('[name=fromDay]').fill(booked.firstDay)
    await off.locator('[name=untilDay]').fill(booked.lastDay)
    await admin.evaluate(() => sessionStorage.removeItem('presses'))
    await off.getByRole('button', { name: words.take }).click()
    await admin.getByRole('link', { name: words.decide }).click()
    await expect(admin.getByRole('row')).toHaveCount(43)
    await expectAccessible(admin)
    await admin.getByRole('button', { name: words.announce }).click()
    await admin.waitForURL(/\/runs\//)
    expect(Number(await admin.evaluate(() => sessionStorage.getItem('presses')))).toBeLessThanOrEqual(4)
    const live = { id: { in: booked.ids }, status: { not: 'ended' } }
    await expect(async () => {
      expect(await backstage((db) => db.appointment.count({ where: live }))).toBe(0)
    }).toPass()
    await admin.context().close()
  })
}

/** In the page: what is pressed, by hand or by key, whatever it is, over all pages of the tab. */
function countPresses() {
  const count = () => sessionStorage.setItem('presses', String(Number(sessionStorage.getItem('presses')) + 1))
  addEventListener('pointerdown', count, true)
  addEventListener('keydown', count, true)
}

/** Books so many of a doctor's last free hours, each for another guest; returns them with their first and last day. */
function bookLast(slug: string, count: number) {
  return backstage(async (db) => {
    const now = isoNow()
    const doctor = await findDoctorBySlug(db, slug)
    if (!doctor) throw new Error(`the cast has no doctor ${slug}`)
    const length = usualVisit(doctor)
    const open = (await listOpenSlots(db, [{ doctor, length }], { now, days: 84 })).get(doctor.id)?.slots ?? []
    const dayOf = ({ startsAt }: { startsAt: string }) => clinicDayOf(startsAt, doctor.timeZone)
    const slots = open.slice(-count)
    const ids: string[] = []
    for (const { startsAt } of slots) {
      const patient = { ...newGuest(), phone: null, language: 'en' as const }
      const request = { requestId: newId(), doctorSlug: slug, startsAt, visitTypeId: length.id, patient }
      const made = await createAppointment(db, request, now)
      if (!made.ok) throw new Error(made.refused)
      ids.push(made.value.appointmentId)
    }
    const [first, last] = [slots[0], slots.at(-1)]
    if (!first || !last) throw new Error(`${slug} has no free hour`)
    return { ids, firstDay: dayOf(first), lastDay: dayOf(last) }
  })
}
