import type { Page } from '@playwright/test'
import { saveClinicPage } from '@/lib/commands/clinic/save-clinic-page'
import { setClinicProfile } from '@/lib/commands/clinic/set-clinic-profile'
import { setDoctorProfile } from '@/lib/commands/people/set-doctor-profile'
import { prepareVisit } from '@/lib/commands/visit/prepare-visit'
import type { Db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { clinicProfile, profiles } from '@/prisma/demo/profiles'
import { appointmentOf, backstage } from './backstage'
import { book, confirmVisit, expect, hourOn, messages, test } from './people'

const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4).slice(0, 120)
const shortName = long.slice(0, 60)
const width = 360

/** Whatever people can write is one word without a space, while a test runs. */
async function inLongWords(work: () => Promise<void>): Promise<void> {
  const { id } = doctors.helene
  const before = await backstage((db) =>
    Promise.all([
      db.clinic.findUniqueOrThrow({ where: { id: 1 } }),
      db.doctor.findUniqueOrThrow({ where: { id } }),
      db.visitType.findMany({ where: { doctorId: id } }),
      db.user.findMany(),
    ]),
  )
  const [clinic, doctor, types, users] = before
  const day = new Date('2031-05-01')
  try {
    await backstage(async (db) => {
      await db.clinic.update({ where: { id: 1 }, data: { name: long, address: long } })
      await db.doctor.update({ where: { id }, data: { name: long } })
      await db.visitType.updateMany({
        where: { doctorId: id },
        data: { nameFr: shortName, nameEn: shortName, instructionsFr: long, instructionsEn: long },
      })
      await db.user.updateMany({ data: { name: long } })
      await db.holiday.create({ data: { day, nameFr: shortName, nameEn: shortName } })
      await sayLongWords(db, id)
    })
    await work()
  } finally {
    await backstage(async (db) => {
      await db.clinic.update({ where: { id: 1 }, data: { name: clinic.name, address: clinic.address } })
      await db.doctor.update({ where: { id }, data: { name: doctor.name } })
      for (const { id: type, nameFr, nameEn, instructionsFr, instructionsEn } of types)
        await db.visitType.update({ where: { id: type }, data: { nameFr, nameEn, instructionsFr, instructionsEn } })
      await sayDemoWords(db, id)
      for (const { id: user, name } of users) await db.user.update({ where: { id: user }, data: { name } })
      await db.holiday.delete({ where: { day } })
    })
  }
}

const words = { fr: long, en: long }

/** What an admin writes of the clinic and of a doctor. */
async function sayLongWords(db: Db, doctorId: string): Promise<void> {
  await setDoctorProfile(db, doctorId, { ...profiles.helene, about: words, fees: words })
  await setClinicProfile(db, { ...clinicProfile, directions: words, access: words, payment: words })
  await saveClinicPage(db, { page: 'legal', owner: long, text: words, reviewedOn: '2026-09-01' })
}

async function sayDemoWords(db: Db, doctorId: string): Promise<void> {
  await setDoctorProfile(db, doctorId, profiles.helene)
  await setClinicProfile(db, clinicProfile)
  await db.clinicPage.delete({ where: { page: 'legal' } })
}

/** Returns what of a page is wider than a phone, with the elements that make it so. */
async function tooWide(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width, height: 667 })
  await page.goto(path)
  if (path.startsWith('/calendar')) await expect(page.getByRole('main')).toBeVisible()
  const offenders = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= window.innerWidth) return []
    const scrolls = (element: Element): boolean => {
      const parent = element.parentElement
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || scrolls(parent))
    }
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element),
    )
    return wide.slice(0, 12).map((element) => `${element.tagName}.${element.className} ${element.clientWidth}`)
  })
  if (process.env.LONG_WORDS_PICTURES) {
    const name = path.replaceAll(/[^a-z0-9]+/gi, '_').slice(0, 60)
    await page.screenshot({ path: `${process.env.LONG_WORDS_PICTURES}/${name}.png`, fullPage: true })
  }
  return offenders.length > 0 ? [`${path}: ${offenders.join(' | ')}`] : []
}

test('a word of 120 letters scrolls no page sideways on a phone, wherever people can write one', async ({
  page,
  signedIn,
}) => {
  test.slow()
  await inLongWords(async () => {
    const guest = { name: long, email: `${'w'.repeat(60)}@${'x'.repeat(60)}.example.org` }
    await book(page, guest)
    const request = await hourOn(page)
    const visit = new URL(page.url()).pathname
    const row = await appointmentOf(guest)
    const { id = '', patientId = '' } = row ?? {}
    const told = { appointmentId: id, patientId, birthDate: null, reason: long }
    await backstage((db) => prepareVisit(db, told, isoNow()))
    const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
    const day = request.slice(0, 10)
    const saga = await backstage((db) => db.saga.findFirstOrThrow({ where: { subjectId: id } }))
    const wide: string[] = []
    const look = async (on: Page, ...paths: string[]) => {
      for (const path of paths) wide.push(...(await tooWide(on, path)))
    }

    await look(page, '/')
    await expect(page.locator('main [name=slot]').first()).toBeInViewport({ ratio: 1 })
    await look(page, '/doctors/helene-vasseur', visit, `${visit}/cancel`, `${visit}/move`, '/sign-in', '/my-visits')
    await look(page, `/book/helene-vasseur/${request}`)
    await look(page, '/contact', '/legal')
    await look(doctor, '/calendar', `/calendar?view=day&date=${day}`, `/calendar?view=week&date=${day}`)
    await look(doctor, `/calendar?view=month&date=${day}`, `/calendar?view=list&date=${day}`, '/hours', '/own-calendar')
    await look(doctor, `/calendar/visits/${id}`, `/calendar/visits/${id}/move`, `/day?date=${day}`)
    await page.goto(visit)
    await confirmVisit(doctor, page, guest)
    await look(page, visit)
    await page.goto(`${visit}/cancel`)
    await page.getByRole('button', { name: 'Cancel this appointment' }).click()
    await expect(page.getByRole('status')).toContainText('Your appointment is cancelled.')
    await look(page, visit)
    await look(admin, `/day?doctor=helene-vasseur&date=${day}`, `/day/visits/${id}`, '/sagas', `/sagas/${saga.sagaId}`)
    await look(admin, '/clinic', '/clinic/people', '/clinic/people/helene-vasseur', '/health', '/inbox')
    await look(admin, '/clinic/place', '/clinic/texts/legal', '/clinic/people/helene-vasseur/profile')
    await admin.goto('/inbox')
    await messages(admin).first().click()
    await admin.waitForURL(/inbox.+/)
    await look(admin, new URL(admin.url()).pathname + new URL(admin.url()).search)
    expect(wide).toEqual([])
  })
})
