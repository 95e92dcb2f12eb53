import { seal, toHex } from '@/lib/db/sealed'
import { idFrom } from '@/lib/ids'

type Note = {
  commandId: string
  /** The appointment or the saga. */
  about: string
  kind: 'cancel' | 'decline' | 'overbook' | 'retry' | 'skip' | 'compensate' | 'resolve'
  author: string
  text: string | null
  now: string
}

/** Returns the row that keeps somebody's words beside the events, sealed; none when nothing was written. */
export function noteRow({ commandId, about, kind, author, text, now }: Note) {
  if (!text?.trim()) return undefined
  const sealed = toHex(seal(text.trim(), 'note.text'))
  return { id: idFrom(commandId, 'note'), about, kind, author, text: sealed, created_at: now }
}
