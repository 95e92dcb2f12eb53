import type { Browser } from '@playwright/test'
import { eachNewContext } from './each-new-context'

/** How far this process's clock is from the machine's, in milliseconds: nothing, unless a run was given an instant. */
const aheadMs = Date.now() - (performance.timeOrigin + performance.now())

/** Gives every page of the browser the clock of the tests. What a page counts in (timers, `performance.now()`) stays true. */
export function shareClock(browser: Browser): void {
  if (process.env.CARNET_AT) eachNewContext(browser, (context) => context.addInitScript(setClock, aheadMs))
}

/** Runs in the page, before anything of its own does. */
function setClock(ms: number): void {
  const TrueDate = Date
  const trueNow = Date.now
  const now = () => trueNow() + ms
  const SetDate: DateConstructor = new Proxy(TrueDate, {
    construct: (target, values, made) =>
      Reflect.construct(target, values.length > 0 ? values : [now()], made === SetDate ? target : made),
    apply: () => new TrueDate(now()).toString(),
  })
  TrueDate.now = now
  TrueDate.prototype.constructor = SetDate
  globalThis.Date = SetDate
}
