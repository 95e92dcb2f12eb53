import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sayMessages } from '@/scripts/words/say-messages'
import { sayStates } from '@/scripts/words/say-states'
import { fromPage, toPage, wordsFile } from '@/scripts/words/write-words'

test('the list of what patients read is not older than their mails, their SMS and the states of a visit', async () => {
  const written = readFileSync(wordsFile, 'utf8')
  const pages = fromPage(written)
  const again = async (language: 'fr' | 'en') => [
    ...pages[language].filter(({ place }) => place.startsWith('page: ')),
    ...sayStates(language),
    ...(await sayMessages(language)),
  ]
  expect(toPage({ fr: await again('fr'), en: await again('en') }), 'npm run words -- --only messages').toBe(written)
})
