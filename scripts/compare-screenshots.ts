import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { countDifferences } from './screenshots/count-differences'
import { sayDifferences } from './screenshots/say-differences'

/**
 * Compares two folders of pictures, pixel by pixel: `npm run screenshots:compare -- before after`. Lists every page that
 * differs, leaves a picture of what differs in `after/differences`, and fails unless each was accepted by name, with a
 * reason, in scripts/screenshots/accepted-differences.json.
 */
const [before, after] = process.argv.slice(2).map((folder) => path.resolve(folder))
if (!before || !after) throw new Error('which two folders? npm run screenshots:compare -- before after')
const accepted = JSON.parse(readFileSync('scripts/screenshots/accepted-differences.json', 'utf8'))
const names = [...new Set([before, after].flatMap((folder) => readdirSync(folder)))].filter((name) =>
  name.endsWith('.png'),
)
const browser = await chromium.launch(await launchOptions())
const page = await browser.newPage()
const differences = new Map<string, string>()
for (const name of names.toSorted()) {
  const difference = await countDifferences(page, name, { before, after })
  if (difference) differences.set(name.replace(/\.png$/, ''), difference)
}
await browser.close()
const isAccepted = sayDifferences({ differences, accepted, compared: names.length })
process.exitCode = isAccepted ? 0 : 1
