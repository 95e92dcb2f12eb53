import { type Said, withoutRepeats } from './sentences'

/** Where the list stands. */
export const wordsFile = 'docs/words.md'

const languages = { fr: 'Français', en: 'English' } as const
export type Language = keyof typeof languages

const head = `# What patients read

Every sentence that a patient can meet, in each language where it is met first: read from the pages as they are shown,
and from mails, SMS and the states of a visit as they are put. Made by \`npm run words\`; \`npm run words -- --only messages\`
makes all but the pages anew. A test fails when what needs no browser is older than the words.
`

/** Returns the list as it is written. */
export function toPage(said: Record<Language, readonly Said[]>): string {
  const parts = (Object.keys(languages) as Language[]).map((language) => {
    const places = withoutRepeats(said[language]).map(({ place, sentences }) => {
      return [`### ${place}`, '', ...sentences.map((sentence) => `- ${escaped(sentence)}`)].join('\n')
    })
    return [`## ${languages[language]}`, ...places].join('\n\n')
  })
  return `${[head.trimEnd(), ...parts].join('\n\n')}\n`
}

/** Returns what a list says, as it was written. */
export function fromPage(page: string): Record<Language, Said[]> {
  const said = (language: Language): Said[] => {
    const part = page.split(/^## /m).find((text) => text.startsWith(languages[language])) ?? ''
    return part
      .split(/^### /m)
      .slice(1)
      .map((text) => {
        const [place = '', ...lines] = text.trim().split('\n')
        return {
          place,
          sentences: lines.filter((line) => line.startsWith('- ')).map((line) => unescaped(line.slice(2))),
        }
      })
  }
  return { fr: said('fr'), en: said('en') }
}

const escaped = (sentence: string) => sentence.replaceAll(/([*_<>`[\]|\\])/g, String.raw`\$1`)
const unescaped = (sentence: string) => sentence.replaceAll(/\\([*_<>`[\]|\\])/g, '$1')
