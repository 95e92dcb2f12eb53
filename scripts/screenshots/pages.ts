import type { Page } from '@playwright/test'
import type { accounts } from '@/prisma/cast'
import { nextWorkday, openAsks, openBooking, openDoctorVisit, openSaga, openVisit, takeDayOff } from './ways'

/** The row of a confirmation that is done; the word is the same in both languages. */
const confirmation = '[data-state=done]:has-text("confirmation")'

/** A request that nobody has confirmed: Dr Roth has no other. */
const request = 'tr:has-text("Samuel Roth")'

/** Pages by file name: how to get there from a fresh context. */
export const pages: Record<string, { as?: keyof typeof accounts; go: (page: Page) => Promise<unknown> }> = {
  landing: { go: (page) => page.goto('/') },
  specialty: { go: (page) => page.goto('/?specialty=cardiology') },
  doctor: { go: (page) => page.goto('/doctors/helene-vasseur') },
  book: { go: openBooking },
  'book-phone': {
    async go(page) {
      await openBooking(page)
      await page.locator('[name=phone]').fill('06 39 98 00 01')
    },
  },
  'book-refused': {
    async go(page) {
      await openBooking(page)
      await page.locator('[name=email]').fill('amina.example.org')
      await page.locator('form button[type=submit], form .btn.pen').last().click()
      await page.locator('.refusal').first().waitFor()
    },
  },
  'doctor-type': {
    async go(page) {
      await page.goto('/doctors/samuel-roth?week=1')
      await page.locator('.type').last().click()
      await page.waitForURL(/type=/)
    },
  },
  'my-visits': { go: (page) => page.goto('/my-visits') },
  'my-visits-code': {
    async go(page) {
      await page.goto('/my-visits')
      await page.locator('[name=email]').fill(`amina-${Date.now() % 1000}@example.org`)
      await page.locator('main form .btn').click()
      await page.locator('[name=code]').waitFor()
    },
  },
  'slot-past': { go: (page) => page.goto('/book/helene-vasseur/2020-01-06T09:00:00Z') },
  'not-found': { go: (page) => page.goto('/visits/nonsense') },
  'sign-in': { go: (page) => page.goto('/sign-in') },
  'calendar-day': { as: 'helene', go: (page) => page.goto(`/calendar?view=day&date=${nextWorkday()}`) },
  'calendar-free': { as: 'helene', go: (page) => page.goto('/calendar?view=day&date=2030-06-02') },
  'calendar-week': { as: 'helene', go: (page) => page.goto(`/calendar?view=week&date=${nextWorkday()}`) },
  'calendar-month': { as: 'helene', go: (page) => page.goto(`/calendar?view=month&date=${nextWorkday()}`) },
  'calendar-list': { as: 'helene', go: (page) => page.goto(`/calendar?view=list&date=${nextWorkday()}`) },
  'calendar-toast': {
    as: 'helene',
    async go(page) {
      await page.goto('/calendar')
      await page.locator('.req .btn.pen').first().click()
      await page.locator('.toast').waitFor()
    },
  },
  'calendar-confirm-all': {
    as: 'helene',
    async go(page) {
      await page.goto('/calendar')
      await page.locator('.req.needs-script .btn').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  'calendar-move': {
    as: 'helene',
    async go(page) {
      await page.goto(`/calendar?view=list&date=${nextWorkday()}`)
      await page.locator('.calendar-list a').first().focus()
      await page.keyboard.press('m')
      await page.getByRole('radio').first().waitFor()
    },
  },
  day: { as: 'helene', go: (page) => page.goto(`/day?date=${nextWorkday()}`) },
  'day-closed': { as: 'helene', go: (page) => page.goto('/day?date=2030-06-02') },
  'day-of-staff': { as: 'ada', go: (page) => page.goto(`/day?date=${nextWorkday()}`) },
  hours: { as: 'helene', go: (page) => page.goto('/hours') },
  'hours-hit': { as: 'helene', go: takeDayOff },
  'hours-of-idris': { as: 'ada', go: (page) => page.goto('/hours?doctor=idris-okafor') },
  'own-calendar': { as: 'helene', go: (page) => page.goto('/own-calendar') },
  'own-calendar-refused': {
    as: 'helene',
    async go(page) {
      await page.goto('/own-calendar')
      await page.locator('[name=address]').fill('http://203.0.113.5')
      await page.locator('[name=username]').fill('helene')
      await page.locator('[name=password]').fill('a password')
      await page.locator('main .btn.pen').click()
      await page.locator('.refusal').first().waitFor()
    },
  },
  'own-calendar-of-idris': { as: 'ada', go: (page) => page.goto('/own-calendar?doctor=idris-okafor') },
  clinic: { as: 'ada', go: (page) => page.goto('/clinic') },
  'clinic-people': { as: 'ada', go: (page) => page.goto('/clinic/people') },
  'clinic-types': { as: 'ada', go: (page) => page.goto('/clinic/people/helene-vasseur') },
  sagas: { as: 'ada', go: (page) => page.goto('/sagas') },
  'saga-came-back': {
    as: 'ada',
    async go(page) {
      await page.goto('/sagas')
      await page.locator('.came-back a').first().click()
      await page.locator('.told').waitFor()
    },
  },
  'sagas-attention': { as: 'ada', go: (page) => page.goto('/sagas?tab=attention') },
  'sagas-asked': {
    as: 'ada',
    async go(page) {
      await page.goto('/sagas')
      await page.locator('tbody .check').first().check()
      await page.locator('button[value=resolve]').click()
      await page.locator('.dialog').waitFor()
    },
  },
  'saga-undone': { as: 'ada', go: (page) => openSaga(page, '[data-state=attention]') },
  'saga-done': { as: 'ada', go: (page) => openSaga(page, confirmation) },
  'visit-not-booked': { as: 'ada', go: (page) => openVisit(page, '[data-state=attention]') },
  'visit-confirmed': { as: 'ada', go: (page) => openVisit(page, confirmation) },
  'saga-asked': {
    as: 'ada',
    async go(page) {
      await openSaga(page, '[data-state=attention]')
      await openAsks(page)
    },
  },
  'visit-requested': { as: 'ada', go: (page) => openVisit(page, request) },
  'visit-cancel': { as: 'ada', go: (page) => openVisit(page, request, '/cancel') },
  'visit-move': { as: 'ada', go: (page) => openVisit(page, request, '/move') },
  'visit-move-to': {
    as: 'ada',
    async go(page) {
      await openVisit(page, request, '/move')
      await page.locator('.slot:visible').last().click()
      await page.locator('.bookhead').waitFor()
    },
  },
  'doctor-visit': { as: 'helene', go: openDoctorVisit },
  'doctor-visit-asked': {
    as: 'helene',
    async go(page) {
      await openDoctorVisit(page)
      await openAsks(page)
    },
  },
  'doctor-requests-asked': {
    as: 'helene',
    async go(page) {
      await page.goto(`/calendar?date=${nextWorkday()}`)
      await page.locator('.ask > summary').first().click()
      await page.locator('.calendar-height:not(.invisible) > *').waitFor()
    },
  },
  'saga-attempt': {
    as: 'ada',
    async go(page) {
      await openSaga(page, '[data-state=attention]')
      await page.locator('.tl a.plain').nth(2).click()
      await page.locator('.attempt-panel').waitFor()
    },
  },
  health: { as: 'ada', go: (page) => page.goto('/health') },
  inbox: { go: (page) => page.goto('/inbox') },
  'inbox-message': {
    async go(page) {
      await page.goto('/inbox')
      await page.locator('.msg').first().click()
      await page.locator('.reader').waitFor()
    },
  },
}
