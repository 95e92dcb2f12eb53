/** What a phone's own alphabet knows (GSM 03.38): 160 letters of it make one message; one letter more, and 70 do. */
const known = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** These count twice. */
const doubled = new Set('^{}\\[~]|€')

/** What a typesetter writes, or a name has, and what a phone writes instead. */
const plainer: Record<string, string> = {
  ...{ '’': "'", '‘': "'", ʼ: "'", '“': '"', '”': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '…': '...' },
  ...{ œ: 'oe', Œ: 'OE', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H' },
}

/**
 * Returns a text with the letters of a phone's alphabet wherever it has one that reads the same: a message costs by them.
 * What none of them reads like, such as a name in another script, stays as it is.
 */
export function inSmsLetters(text: string): string {
  return [...text.normalize('NFC')].map(inItsPlace).join('')
}

function inItsPlace(letter: string): string {
  if (isKnown(letter)) return letter
  if (/\s/.test(letter)) return ' '
  const plain = plainer[letter] ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return [...plain].every(isKnown) ? plain : letter
}

const isKnown = (letter: string) => known.has(letter) || doubled.has(letter)

/** In how many parts a text is sent, each of which is paid for. */
export function smsParts(text: string): number {
  const isPlain = [...text].every(isKnown)
  const length = isPlain ? [...text].reduce((sum, letter) => sum + (doubled.has(letter) ? 2 : 1), 0) : text.length
  const [one, each] = isPlain ? [160, 153] : [70, 67]
  return length <= one ? 1 : Math.ceil(length / each)
}

/** Of a long name, as much as tells a patient whose it is. */
const nameMax = 40

/** Returns a name as it is texted: the end of a long one is left out. */
export function clipped(name: string): string {
  return name.length > nameMax ? `${name.slice(0, nameMax - 3).trimEnd()}...` : name
}
