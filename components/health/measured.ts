/** How long something took, in milliseconds. */
type Spread<Time> = { meanMs: Time; p50Ms: Time; p95Ms: Time; p99Ms: Time }
type Booked = { from: string | null; done: number; undone: number; attention: number } & Spread<number | null>
type Undone = { from: string | null; count: number; asked: number }
type Latency = { service: string; count: number } & Spread<number>

export type MetricsProps = {
  /** Part by part; the last is the whole. */
  bookings: readonly Booked[]
  compensations: readonly Undone[]
  latencies: readonly Latency[]
  part: 'hour' | 'day'
}
