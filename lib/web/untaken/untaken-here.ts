import { headers } from 'next/headers'
import type { Untaken } from '../form-answer'
import { untakenHeader } from './untaken'

/** Returns the form that came back to the page that is asked for, as the proxy read it; null when none did. */
export async function untakenHere(): Promise<Untaken | null> {
  const said = (await headers()).get(untakenHeader)
  return said === null ? null : JSON.parse(decodeURIComponent(said))
}
