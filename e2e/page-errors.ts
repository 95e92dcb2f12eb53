import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Browser, ConsoleMessage } from '@playwright/test'
import { eachNewContext } from './each-new-context'
import { clinicUnderTest } from './under-test'

export type ErrorWatch = {
  /** A page of this test logs errors of such a text, on purpose; the test fails when none does. */
  expectError: (text: RegExp) => void
}

export type PageErrors = {
  /** From now on a test of its own is watched. */
  begin: () => void
  allow: (text: RegExp) => void
  /** What was logged or thrown that the test did not speak of. */
  unexpected: () => string[]
  /** What the test spoke of and nobody logged. */
  missed: () => RegExp[]
}

/** Playwright's own script in the mail's frame, where nothing may run. */
const playwrights = "Blocked script execution in 'about:srcdoc'"
/** A page that a test opens to see that there is none. */
const noPage = 'status of 404'

/** Watches every page of a browser, in every context that is opened from now on, and the log of the worker's clinic. */
export function watchErrors(browser: Browser): PageErrors {
  let errors: string[] = []
  let allowed: RegExp[] = []
  let logged = 0
  eachNewContext(browser, async (context) => {
    const opened = new Set<string>()
    context.on('request', (request) => request.isNavigationRequest() && opened.add(request.url()))
    context.on('console', (message) => {
      if (message.type() === 'error' && !isNone(message, opened)) errors.push(message.text())
    })
    context.on('weberror', (error) => errors.push(error.error().message))
  })
  const isAllowed = (error: string) => allowed.some((text) => text.test(error))
  return {
    begin() {
      errors = []
      allowed = []
      logged = sizeOfLog()
    },
    allow: (text) => void allowed.push(text),
    unexpected: () => [...errors, ...missingWords(logged)].filter((error) => !isAllowed(error)),
    missed: () => allowed.filter((text) => !errors.some((error) => text.test(error))),
  }
}

function isNone(message: ConsoleMessage, opened: ReadonlySet<string>): boolean {
  const text = message.text()
  return text.includes(playwrights) || (text.includes(noPage) && opened.has(message.location().url))
}

const log = path.join(clinicUnderTest.folder, 'app.log')

function sizeOfLog(): number {
  return existsSync(log) ? statSync(log).size : 0
}

/** What next-intl has said in the app's log since it was so long: that a page or a mail has no word for something. */
function missingWords(since: number): string[] {
  const length = sizeOfLog() - since
  if (length <= 0) return []
  const file = openSync(log, 'r')
  const said = Buffer.alloc(length)
  readSync(file, said, 0, length, since)
  closeSync(file)
  return said.toString('utf8').match(/MISSING_MESSAGE.*/g) ?? []
}
