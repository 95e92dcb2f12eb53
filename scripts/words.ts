import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { openClinic } from './screenshots/open-clinic'
import { readPages } from './screenshots/take-set'
import { readPage } from './words/read-page'
import { sayMessages } from './words/say-messages'
import { sayStates } from './words/say-states'
import { type Said, sentencesOf } from './words/sentences'
import { fromPage, type Language, toPage, wordsFile } from './words/write-words'

/**
 * Every sentence that patients meet, in both languages: `npm run words` reads their pages in the clinic that pictures are
 * taken of, and puts every mail, SMS and state; `--only messages` keeps what was read of the pages.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const languages: Language[] = ['fr', 'en']
const pages = values.only === 'messages' ? kept() : await walked()
const said = { fr: [] as Said[], en: [] as Said[] }
for (const language of languages) {
  said[language] = [...pages[language], ...sayStates(language), ...(await sayMessages(language))]
}
writeFileSync(wordsFile, toPage(said))
console.log(`${wordsFile}: ${languages.map((language) => `${count(said[language])} ${language}`).join(', ')}`)

function kept(): Record<Language, Said[]> {
  const before = existsSync(wordsFile) ? fromPage(readFileSync(wordsFile, 'utf8')) : { fr: [], en: [] }
  const ofPages = (all: Said[]) => all.filter(({ place }) => place.startsWith('page: '))
  return { fr: ofPages(before.fr), en: ofPages(before.en) }
}

async function walked(): Promise<Record<Language, Said[]>> {
  const clinic = await openClinic({ anew: false, clinic: 'demo' })
  const browser = await chromium.launch(await launchOptions())
  const found = { fr: [] as Said[], en: [] as Said[] }
  try {
    for (const language of languages) {
      const set = { width: 1280, theme: 'light', language } as const
      await readPages(browser, set, { ...clinic, isWanted: isPatients }, async (name, page) => {
        found[language].push({ place: `page: ${name}`, sentences: sentencesOf(await readPage(page)) })
      })
    }
  } finally {
    await browser.close()
    await clinic.close()
  }
  return found
}

/** The pages that patients have, of those that pictures are taken of. */
function isPatients(name: string): boolean {
  return /^(landing|specialty|doctor(-type)?$|my-visits|slot-past|not-found|visit-|book)/.test(name)
}

function count(all: readonly Said[]): number {
  return new Set(all.flatMap(({ sentences }) => sentences)).size
}
