import { type Channel, channelNames } from '@/lib/domain/messages/channels'

/** The services of others that a saga depends on. */
export const outsideServices = ['calendar', ...channelNames] as const

export type OutsideService = 'calendar' | Channel

/** Who a step depends on; `carnet` is our own database. */
export const services = [...outsideServices, 'carnet'] as const

export type Service = (typeof services)[number]

type WhatFollows = {
  /** Trying again is no use. */
  isFinal: boolean
  /** It is certain that the service did nothing: there is nothing to take back. */
  didNothing: boolean
  /** One call can end so; the others are found out of several. */
  isOfCall: boolean
  /** It is the reader's address that fails, which no service mends: nothing is undone for it. */
  isOfAddress: boolean
}

const usual = { isOfAddress: false }

/** Every way in which an outside service fails, and what follows from it. */
export const failureKinds = {
  /** It refused. */
  permanent: { ...usual, isFinal: true, didNothing: true, isOfCall: true },
  /** There is nobody at this address, or it is none. */
  address: { isFinal: true, didNothing: true, isOfCall: true, isOfAddress: true },
  /** There is somebody, whom nothing reaches there: they said STOP, or their mailbox takes nothing. */
  unreachable: { isFinal: true, didNothing: true, isOfCall: true, isOfAddress: true },
  /** It asked to come back later. */
  rate_limited: { ...usual, isFinal: false, didNothing: true, isOfCall: true },
  /** It says that it did nothing, and may be asked again. Services have been wrong about that, so it is taken back. */
  transient: { ...usual, isFinal: false, didNothing: false, isOfCall: true },
  /** Nobody knows yet whether it was done. */
  unknown: { ...usual, isFinal: false, didNothing: false, isOfCall: true },
  /** Passing failures that did not pass in time. */
  exhausted: { ...usual, isFinal: false, didNothing: false, isOfCall: false },
  /** Whether it was done can no longer be found out. */
  indeterminate: { ...usual, isFinal: true, didNothing: false, isOfCall: false },
  /** It was not called, since it is known to be away. */
  circuit_open: { ...usual, isFinal: false, didNothing: true, isOfCall: false },
} as const satisfies Record<string, WhatFollows>

export type FailureKind = keyof typeof failureKinds

/** How an outside service failed: never its own words, which may name a person. */
export type Failure = {
  service: Service
  kind: FailureKind
  /** The answer's status code; null when there was no answer. */
  status: number | null
}

/** Returns the names of all ways to fail that have this mark, in their order. */
export function failureKindsThat(mark: keyof WhatFollows): FailureKind[] {
  return failureKindNames.filter((kind) => failureKinds[kind][mark])
}

/** The names of all ways to fail. */
export const failureKindNames = Object.keys(failureKinds) as [FailureKind, ...FailureKind[]]
