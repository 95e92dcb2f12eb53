/** How many streams may be open: in all, those of strangers among them, and of one source. */
const most = { inAll: 2_000, ofStrangers: 1_500, ofSource: 20 }

/** Who reads a stream: somebody who has signed in or shows a link; or a stranger, known by an address or not at all. */
export type StreamReader = { known: string } | { stranger: string | null }

type Open = { inAll: number; ofStrangers: number; ofSource: Map<string, number> }
const kept = globalThis as typeof globalThis & { carnetStreams?: Open }

/**
 * Counts one more open stream of a reader, and returns how to count it no more; undefined when there are too many.
 * Strangers never take the places of those who work here, and one who is not known shares no bound with the others.
 */
export function openStream(reader: StreamReader): (() => void) | undefined {
  const open = here()
  const isStranger = 'stranger' in reader
  const source = isStranger ? reader.stranger : reader.known
  const ofSource = source === null ? 0 : (open.ofSource.get(source) ?? 0)
  const isFull = open.inAll >= most.inAll || (isStranger && open.ofStrangers >= most.ofStrangers)
  if (isFull || ofSource >= most.ofSource) return undefined
  count(open, reader, source, 1)
  let isCounted = true
  return () => {
    if (isCounted) count(open, reader, source, -1)
    isCounted = false
  }
}

function count(open: Open, reader: StreamReader, source: string | null, by: 1 | -1): void {
  open.inAll += by
  if ('stranger' in reader) open.ofStrangers += by
  if (source === null) return
  const left = (open.ofSource.get(source) ?? 0) + by
  if (left > 0) open.ofSource.set(source, left)
  else open.ofSource.delete(source)
}

/** One for all module copies. */
function here(): Open {
  kept.carnetStreams ??= { inAll: 0, ofStrangers: 0, ofSource: new Map() }
  return kept.carnetStreams
}
