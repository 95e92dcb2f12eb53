import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
const base = process.argv[2] ?? 'http://localhost:3100'
const browser = await chromium.launch(await launchOptions())
async function weigh(path: string, state?: any) {
  const context = await browser.newContext({ baseURL: base, locale: 'en-GB', ...(state && { storageState: state }) })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const kinds = new Map<string, string>()
  let js = 0, html = 0, css = 0
  cdp.on('Network.responseReceived', (e) => kinds.set(e.requestId, e.type))
  cdp.on('Network.loadingFinished', (e) => {
    const kind = kinds.get(e.requestId)
    if (kind === 'Script') js += e.encodedDataLength
    if (kind === 'Document') html += e.encodedDataLength
    if (kind === 'Stylesheet') css += e.encodedDataLength
  })
  await page.goto(path, { waitUntil: 'load' })
  await page.waitForTimeout(2500)
  console.log(path.slice(0, 60).padEnd(62), `js ${(js / 1024).toFixed(1)} KB`, `html ${(html / 1024).toFixed(1)}`, `css ${(css / 1024).toFixed(1)}`)
  await context.close()
}
await weigh('/'); await weigh('/doctors/helene-vasseur'); await weigh('/my-visits'); await weigh('/sign-in'); await weigh('/visits/nonsense')
const context = await browser.newContext({ baseURL: base }); const page = await context.newPage()
await page.goto('/doctors/claire-moreau?week=1'); await page.locator('.slot').nth(5).click(); await page.locator('[name=email]').waitFor()
const book = page.url().slice(base.length); await page.fill('[name=name]', 'W'); await page.fill('[name=email]', 'w@example.org'); await page.locator('form:has([name=requestId]) .btn.pen').click(); await page.waitForURL(/visits/)
const visit = page.url().slice(base.length)
await weigh('/book/claire-moreau/' + encodeURIComponent('2026-12-02T08:30:00.000Z')); await weigh(visit)
await context.close()
const desk = await browser.newContext({ baseURL: base }); const d = await desk.newPage()
await d.goto('/sign-in'); await d.fill('[name=email]', 'helene@lilas.example'); await d.fill('[name=password]', 'carnet-demo'); await d.locator('main form .btn').click(); await d.waitForURL(/calendar/)
const st = await desk.storageState(); await weigh('/calendar', st); await weigh('/day', st)
await browser.close()
