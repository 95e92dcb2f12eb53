import { useEffect, useState } from 'react'
import { minuteMs } from '@/lib/domain/time'
import type { Proposals } from './closing'

type Closing = { requestId: string; startsAt: string; endsAt: string }
export type Propose = (closing: Closing) => Promise<Proposals>

/** Sooner than what is held lapses. */
const againMs = 4 * minuteMs

/** Has other hours proposed, and kept as long as the page is open, once any visit is to be moved; undefined before. */
export function useProposals(
  propose: Propose,
  { requestId, startsAt, endsAt }: Closing,
  isWanted: boolean,
): Proposals | undefined {
  const [proposals, setProposals] = useState<Proposals>()
  useEffect(() => {
    if (!isWanted) return
    const ask = () => propose({ requestId, startsAt, endsAt }).then(setProposals, () => {})
    void ask()
    const timer = setInterval(ask, againMs)
    return () => clearInterval(timer)
  }, [propose, requestId, startsAt, endsAt, isWanted])
  return proposals
}
