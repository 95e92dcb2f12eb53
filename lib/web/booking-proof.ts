import { idFrom, isId } from '@/lib/ids'
import { checked, type Field, filledIn } from './fields'

/** Every holder's id follows from this and their proof. */
const holders = '9e0f1c52-6f1b-4d0e-8a3e-5b1d2c7a4f60'

/** Returns a field for the proof that a booking form carries. */
export function proof(): Field<string> {
  return checked(filledIn(64), (sent) => /^[0-9a-f]{32}$/.test(sent), 'request_invalid')
}

/**
 * Returns the id under which a request is carried out: whoever sends the same request with the same proof again gets what
 * they got the first time, and the request's id, which stands in addresses, opens nothing by itself.
 */
export function provenId({ requestId, proof }: { requestId: string; proof: string }): string {
  return idFrom(requestId, proof)
}

/** Returns who holds an hour for whoever has this proof. */
export function holderOf(proof: string): string {
  return idFrom(holders, proof)
}

/** Returns the id of the hold that is kept for a request: by it an address shows the hour as kept, and no more. */
export function holdIdOf(requestId: string): string {
  return idFrom(requestId, 'hold')
}

/** The same of what an address says; undefined when it names no request. */
export function holdIn(request: string | undefined): string | undefined {
  return request && isId(request) ? holdIdOf(request) : undefined
}
