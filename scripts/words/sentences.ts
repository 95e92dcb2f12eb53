/** What patients read in one language: the place where it stands, and its sentences. */
export type Said = { place: string; sentences: readonly string[] }

/** Returns texts as sentences to be read: once each, without what is data alone, such as an hour, a name or an address. */
export function sentencesOf(texts: readonly string[]): string[] {
  const tidy = texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  return [...new Set(tidy)].filter((text) => /\p{L}{2}/u.test(withoutData(text)))
}

/** Leaves out what was said before, so that each sentence is read where it is met first. */
export function withoutRepeats(said: readonly Said[]): Said[] {
  const known = new Set<string>()
  const fresh = said.map(({ place, sentences }) => {
    const news = sentences.filter((sentence) => !known.has(sentence))
    for (const sentence of news) known.add(sentence)
    return { place, sentences: news }
  })
  return fresh.filter(({ sentences }) => sentences.length > 0)
}

const data: readonly RegExp[] = [
  /https?:\/\/\S+/g,
  /[^\s@]+@[^\s@]+/g,
  /Centre de santé des Lilas|\d+ rue [^,]+, \d{5} Les Lilas/g,
  /(Dre|Dr)?\.? ?(Hélène Vasseur|Idris Okafor|Samuel Roth|Claire Moreau|Amina Haddad|Theo Lambert)/g,
  /\b(lun|mar|mer|jeu|ven|sam|dim|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*\.?/giu,
  /\b(janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?/giu,
  /\b[0-9A-F]{8}\b|\d+(er|h)?/g,
]

function withoutData(text: string): string {
  return data.reduce((left, pattern) => left.replaceAll(pattern, ''), text)
}
