/** Who a step depends on; `carnet` is our own database. */
export type Service = 'calendar' | 'mail' | 'sms' | 'carnet'

/** How an outside service failed: never its own words, which may name a person. */
export type Failure = {
  service: Service
  /**
   * `permanent`: refused. `rate_limited`: asked to come back later. `transient`: did nothing, may be asked again.
   * `unknown`: nobody knows yet whether it was done. `exhausted`: passing failures that did not pass in time.
   * `indeterminate`: whether it was done can no longer be found out. `circuit_open`: not called, since it is known to be away.
   */
  kind: 'permanent' | 'rate_limited' | 'transient' | 'unknown' | 'exhausted' | 'indeterminate' | 'circuit_open'
  /** The answer's status code; null when there was no answer. */
  status: number | null
}
