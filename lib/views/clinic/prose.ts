/** A part of a text that somebody at the clinic wrote. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'paragraph'; lines: readonly string[] }

/** A piece of a line: words, or an address that can be pressed. */
export type Piece = { text: string; href: string | null }

/**
 * Returns the parts of a text: an empty line begins a new one, `# ` makes a heading and `- ` an entry of a list. Whatever
 * else is written is shown as it is.
 */
export function blocksOf(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n(?=# )|(?<=^# .*)\n|\n\s*\n/m)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(blocksOfPart)
}

function blocksOfPart(part: string): Block[] {
  const lines = part.split('\n').map((line) => line.trim())
  const [first = ''] = lines
  if (first.startsWith('# ')) return [{ kind: 'heading', text: first.slice(2).trim() }]
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    const item = /^[-•*] +(.+)$/.exec(line)?.[1]
    if (item && last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] }
    else if (item) blocks.push({ kind: 'list', items: [item] })
    else if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] }
    else blocks.push({ kind: 'paragraph', lines: [line] })
  }
  return blocks
}

/** Returns a line in pieces: whole `https` addresses can be pressed, nothing else can. */
export function piecesOf(line: string): Piece[] {
  return line
    .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)»])/)
    .filter(Boolean)
    .map((text) => ({ text, href: /^https:\/\/./.test(text) && URL.canParse(text) ? text : null }))
}
