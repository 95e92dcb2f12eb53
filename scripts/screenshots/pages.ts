import type { Page } from '@playwright/test'
import { freeHours } from '@/e2e/people'
import type { accounts } from '@/prisma/demo/cast'
import { fullDay } from './instant'
import { mailPages } from './mail-pages'
import { nextWorkday, open, openAsks, openBooking, openDoctorVisit, openSaga, openVisit, takeDayOff } from './ways'

/** The row of a confirmation that is done; the word is the same in both languages. */
const confirmation = '[data-state=done]:has-text("confirmation")'

/** A request that nobody has confirmed: Dr Roth has no other. */
const request = 'tr:has-text("Samuel Roth")'

/** Pages by file name: how to get there from a fresh context. */
export const pages: Record<string, { as?: keyof typeof accounts; go: (page: Page) => Promise<unknown> }> = {
  landing: { go: (page) => open(page, '/') },
  'find-typed': {
    async go(page) {
      await open(page, '/')
      await page.locator('#q').pressSequentially('va')
      await page.getByRole('option').first().waitFor()
    },
  },
  'find-guess': { go: (page) => open(page, '/?q=vaseur') },
  'find-none': { go: (page) => open(page, '/?q=dentiste') },
  specialty: { go: (page) => open(page, '/?specialty=cardiology') },
  doctor: { go: (page) => open(page, '/doctors/helene-vasseur') },
  'doctor-type': {
    async go(page) {
      await open(page, '/doctors/samuel-roth?week=1')
      await page.locator('[aria-labelledby=types] a').last().click()
      await page.waitForURL(/type=/)
    },
  },
  contact: { go: (page) => open(page, '/contact') },
  privacy: { go: (page) => open(page, '/privacy') },
  'my-visits': { go: (page) => open(page, '/my-visits') },
  'slot-past': { go: (page) => open(page, '/book/helene-vasseur/2020-01-06T09:00:00Z') },
  'not-found': { go: (page) => open(page, '/v/nonsense') },
  'sign-in': { go: (page) => open(page, '/sign-in') },
  'calendar-week': { as: 'helene', go: (page) => open(page, `/calendar?view=week&date=${nextWorkday()}`) },
  'calendar-month': { as: 'helene', go: (page) => open(page, `/calendar?view=month&date=${nextWorkday()}`) },
  'calendar-list': { as: 'helene', go: (page) => open(page, `/calendar?view=list&date=${nextWorkday()}`) },
  'calendar-confirm-all': {
    as: 'helene',
    async go(page) {
      await open(page, '/calendar')
      await page.locator('[aria-labelledby=requests] [aria-haspopup=dialog]').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  'calendar-move': {
    as: 'helene',
    async go(page) {
      await open(page, `/calendar?view=list&date=${nextWorkday()}`)
      await page.locator('[data-testid=visits] a').first().focus()
      await page.keyboard.press('m')
      await page.getByRole('radio').first().waitFor()
    },
  },
  day: { as: 'helene', go: (page) => open(page, `/day?date=${nextWorkday()}`) },
  'day-full': { as: 'helene', go: (page) => open(page, `/day?date=${fullDay}`) },
  'day-closed': { as: 'helene', go: (page) => open(page, '/day?date=2030-06-02') },
  'day-of-staff': { as: 'ada', go: (page) => open(page, `/day?doctor=helene-vasseur&date=${nextWorkday()}`) },
  'day-board': { as: 'ada', go: (page) => open(page, '/day') },
  'day-paper': { as: 'ada', go: (page) => open(page, `/day/paper?date=${fullDay}`) },
  'day-hours': { as: 'ada', go: (page) => open(page, '/day/hours?doctor=helene-vasseur&from=14:00') },
  'day-board-closed': { as: 'ada', go: (page) => open(page, '/day?date=2030-06-02') },
  hours: { as: 'helene', go: (page) => open(page, '/hours') },
  'hours-hit': { as: 'helene', go: takeDayOff },
  'hours-of-idris': { as: 'ada', go: (page) => open(page, '/hours?doctor=idris-okafor') },
  'own-calendar': { as: 'helene', go: (page) => open(page, '/own-calendar') },
  'own-calendar-refused': {
    as: 'helene',
    async go(page) {
      await open(page, '/own-calendar')
      await page.locator('[name=address]').fill('http://203.0.113.5')
      await page.locator('[name=username]').fill('helene')
      await page.locator('[name=password]').fill('a password')
      await page.locator('form:has([name=password]) button').last().click()
      await page.locator('[aria-invalid]').first().waitFor()
    },
  },
  'own-calendar-of-idris': { as: 'ada', go: (page) => open(page, '/own-calendar?doctor=idris-okafor') },
  clinic: { as: 'ada', go: (page) => open(page, '/clinic') },
  'clinic-people': { as: 'ada', go: (page) => open(page, '/clinic/people') },
  'clinic-place': { as: 'ada', go: (page) => open(page, '/clinic/place') },
  'clinic-text': { as: 'ada', go: (page) => open(page, '/clinic/texts/legal') },
  'clinic-profile': { as: 'ada', go: (page) => open(page, '/clinic/people/helene-vasseur/profile') },
  'clinic-types': { as: 'ada', go: (page) => open(page, '/clinic/people/helene-vasseur') },
  sagas: { as: 'ada', go: (page) => open(page, '/sagas') },
  'saga-came-back': {
    as: 'ada',
    async go(page) {
      await open(page, '/sagas')
      await page.locator('[aria-labelledby=came-back] a').first().click()
      await page.locator('[aria-labelledby=sent]').waitFor()
    },
  },
  'sagas-attention': { as: 'ada', go: (page) => open(page, '/sagas?tab=attention') },
  'sagas-asked': {
    as: 'ada',
    async go(page) {
      await open(page, '/sagas')
      await page.locator('tbody input[type=checkbox]').first().check()
      await page.locator('button[value=resolve]').click()
      await page.getByRole('dialog').waitFor()
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
      await freeHours(page).last().click()
      await page.locator('h1#slot').waitFor()
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
      await open(page, `/calendar?date=${nextWorkday()}`)
      await page.locator('summary', { hasText: '…' }).first().click()
      await page.locator('[data-grid=ready]').waitFor()
    },
  },
  'saga-attempt': {
    as: 'ada',
    async go(page) {
      await openSaga(page, '[data-state=attention]')
      await page.locator('[aria-labelledby=happened] li a').nth(2).click()
      await page.locator('[aria-labelledby=attempt]').waitFor()
    },
  },
  ...mailPages,
  health: { as: 'ada', go: (page) => open(page, '/health') },
  inbox: { go: (page) => open(page, '/inbox') },
  'inbox-message': {
    async go(page) {
      await open(page, '/inbox')
      await page.locator('main li a').first().click()
      await page.getByRole('article').waitFor()
    },
  },
  // What leaves something behind comes last: an hour that is held, a code, a confirmation.
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
      await page.locator('form:has([name=email]) button').last().click()
      await page.locator('[aria-invalid]').first().waitFor()
    },
  },
  'my-visits-code': {
    async go(page) {
      await open(page, '/my-visits')
      await page.locator('[name=email]').fill('amina@example.org')
      await page.locator('form:has([name=email]) button').last().click()
      await page.locator('[name=code]').waitFor()
    },
  },
  'calendar-toast': {
    as: 'helene',
    async go(page) {
      await open(page, '/calendar')
      await page.locator('[data-request] [data-confirm] button').first().click()
      await page.locator('[data-sonner-toast]').waitFor()
    },
  },
}
