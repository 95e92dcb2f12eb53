import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { openClinic } from './screenshots/open-clinic'
import { allSets, fewSets, setName } from './screenshots/sets'
import { takeSet } from './screenshots/take-set'

/**
 * Pictures of every page, of a clinic whose data, clock and fonts never change:
 * `npm run screenshots -- [--into folder] [--only name] [--sets 1280-light-fr,…] [--clinic full]
 * [--anew]`. Two runs of one commit into two folders are the same to the pixel, so `npm run screenshots:compare` lists
 * what a change does to the pages. The clinic is the demo's; in the full one nothing is free for a week.
 */
const { values } = parseArgs({
  options: {
    into: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    sets: { type: 'string', default: fewSets.map(setName).join() },
    clinic: { type: 'string', default: 'demo' },
    anew: { type: 'boolean', default: false },
  },
})
const folder = path.resolve(values.into)
const clinic = await openClinic(values)
try {
  const browser = await chromium.launch(await launchOptions())
  for (const set of allSets.filter((set) => values.sets.split(',').includes(setName(set))))
    await takeSet(browser, set, { ...clinic, folder, only: values.only })
  await browser.close()
} finally {
  await clinic.close()
}
