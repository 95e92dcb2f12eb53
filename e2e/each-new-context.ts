import type { Browser, BrowserContext } from '@playwright/test'

/** Prepares every context that is opened in this browser from now on, and so every page. */
export function eachNewContext(
  browser: Browser,
  prepare: (context: BrowserContext) => Promise<unknown> | undefined,
): void {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (...options: Parameters<typeof open>): Promise<BrowserContext> => {
    const context = await open(...options)
    await prepare(context)
    return context
  }
}
