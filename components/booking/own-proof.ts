import { useSyncExternalStore } from 'react'

/** Where this tab keeps its proof, so that a page that is read again still owns the hour it holds. */
const place = 'carnet-proof'

let known: string | undefined

/** Returns the proof of this tab: the one it had, or else the one its page was made with, which it keeps from now on. */
export function ownProof(made: string): string {
  return findOwnProof() ?? adoptProof(made)
}

/** Returns the proof of this tab, if it has one. */
export function findOwnProof(): string | undefined {
  const kept = known ?? read()
  return kept && adoptProof(kept)
}

/** From now on this is the proof of the tab. */
export function adoptProof(proof: string): string {
  if (known !== proof) keep(proof)
  known = proof
  return proof
}

/** The same for a field that shows it: as the server made the page, then as the tab has it. */
export function useOwnProof(made: string): string {
  return useSyncExternalStore(
    nothingChanges,
    () => ownProof(made),
    () => made,
  )
}

const nothingChanges = () => () => {}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(place) ?? undefined
  } catch {
    // A browser that keeps no cookies keeps nothing here either; what belongs to this page of its history it does keep.
    return history.state?.[place]
  }
}

function keep(proof: string): void {
  try {
    sessionStorage.setItem(place, proof)
  } catch {
    addEventListener('beforeunload', () => history.replaceState({ ...history.state, [place]: proof }, ''))
  }
}
