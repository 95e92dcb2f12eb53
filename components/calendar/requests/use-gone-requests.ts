import { useState } from 'react'
import type { Request } from './request-card'

type Waiting = Pick<Request, 'id' | 'patientName'>

/**
 * The requests that waited when the page was last read and do not any more, though nobody answered them here: their
 * patient called off, or they were answered elsewhere. `answered` are the ids of those that were answered on this page.
 */
export function useGoneRequests(requests: readonly Waiting[], answered: readonly string[]): readonly Waiting[] {
  const [known, setKnown] = useState(requests)
  const [gone, setGone] = useState<readonly Waiting[]>([])
  const [ours, setOurs] = useState<readonly string[]>([])
  const fresh = answered.filter((id) => id && !ours.includes(id))
  if (fresh.length > 0) setOurs([...ours, ...fresh])
  if (known !== requests) {
    const left = known.filter(({ id }) => !requests.some((request) => request.id === id))
    const theirs = left.filter(({ id }) => !ours.includes(id) && !answered.includes(id))
    setKnown(requests)
    const back = gone.filter(({ id }) => !requests.some((request) => request.id === id))
    if (theirs.length > 0 || back.length < gone.length) setGone([...back, ...theirs])
  }
  return gone
}
