import { readFileSync } from 'node:fs'

/** The one block of code in a page that is in this language and has these words in it. Throws when there is not one. */
export function markdownBlock(file: string, language: string, words: string): string {
  const blocks = [...readFileSync(file, 'utf8').matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))]
  const found = blocks.map(([, text = '']) => text).filter((text) => text.includes(words))
  if (found.length !== 1) throw new Error(`${file} has ${found.length} blocks of ${language} that say ${words}`)
  return found[0] ?? ''
}
