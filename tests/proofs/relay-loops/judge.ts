import type { Seen } from './seen'

/** An event that had to leave. */
export type Leaving = { eventId: string; streamId: string; version: number }

type Of<What extends Seen['what']> = Extract<Seen, { what: What }> & { place: number }

/** Holds the record against what had to leave, from `from` on; says what was broken, in sentences. */
export function judge(seen: readonly Seen[], leaving: readonly Leaving[], from: number): string[] {
  const record = seen.map((entry, index) => ({ ...entry, place: index + 1 })).slice(from)
  const of = <What extends Seen['what']>(what: What) => record.filter((entry): entry is Of<What> => entry.what === what)
  const ours = new Set(leaving.map(({ eventId }) => eventId))
  const arrivals = of('arrival').filter(({ eventId }) => ours.has(eventId))
  return [
    ...checkArrivals(arrivals, leaving),
    ...checkWireIds(arrivals, of('after marking')),
    ...checkAcknowledged(arrivals, of('acknowledged')),
    ...checkLease(of('after the lease'), of('before the release')),
  ]
}

/** Nothing is lost, and what is first heard of an appointment comes in the order in which it happened. */
function checkArrivals(arrivals: readonly Of<'arrival'>[], leaving: readonly Leaving[]): string[] {
  const firstPlace = (eventId: string) => arrivals.find((arrival) => arrival.eventId === eventId)?.place ?? Infinity
  return leaving.flatMap(({ eventId, streamId, version }) => {
    const place = firstPlace(eventId)
    if (place === Infinity) return [`Event ${version} of ${streamId} is lost.`]
    const earlier = leaving.filter((entry) => entry.streamId === streamId && entry.version < version)
    const isFirst = earlier.some((entry) => firstPlace(entry.eventId) > place)
    return isFirst ? [`Event ${version} of ${streamId} came before an earlier one.`] : []
  })
}

/** A wire id that was marked as sent is never used again by a relay that could know. */
function checkWireIds(arrivals: readonly Of<'arrival'>[], marked: readonly Of<'after marking'>[]): string[] {
  return arrivals.flatMap(({ eventId, wireId, listed }) => {
    const isUsedUp = marked.some(({ wireIds, place }) => place < listed && wireIds.includes(wireId))
    if (isUsedUp) return [`The wire id ${wireId} was used again.`]
    return wireId.startsWith(`${eventId}:`) ? [] : [`The wire id ${wireId} is not of ${eventId}.`]
  })
}

/** What was acknowledged before a relay looked is not posted by it. */
function checkAcknowledged(arrivals: readonly Of<'arrival'>[], acknowledged: readonly Of<'acknowledged'>[]): string[] {
  return arrivals.flatMap(({ eventId, wireId, listed }) => {
    const isTooLate = acknowledged.some((entry) => entry.eventId === eventId && entry.place < listed)
    return isTooLate ? [`${wireId} was posted though acknowledged.`] : []
  })
}

/** Nobody takes the lease before it was given up or has lapsed. */
function checkLease(taken: readonly Of<'after the lease'>[], released: readonly Of<'before the release'>[]): string[] {
  const inTurn = taken.toSorted((lease, other) => lease.at.localeCompare(other.at))
  return inTurn.flatMap((lease, index) => {
    const before = inTurn[index - 1]
    if (!before || before.until <= lease.at) return []
    const isGivenUp = released.some(({ pid, place }) => {
      return pid === before.pid && place > before.place && place < lease.place
    })
    return isGivenUp ? [] : [`Two relays held the lease at ${lease.at}.`]
  })
}
