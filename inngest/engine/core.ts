import type { Pool } from 'pg'
import type { Journal } from './journal'
import type { Registry } from './registry'
import type { Visits } from './visits'

export type EngineSettings = {
  databaseUrl: string
  port: number
  signingKey: string
  eventKey: string
  /** Where the app serves its functions; asked for them until it answers. */
  appUrl: string
  /** How long a failed call waits, instead of Inngest's growing table. */
  retryIntervalMs?: number | undefined
  /** For how many days ended runs can be looked at. */
  retentionDays: number
  onFault: (error: unknown) => void
  /** The database cut us off, so another engine may be at work: stop this one, and start again. */
  onLost: () => void
}

/** What the parts of one engine know of each other. */
export type Core = {
  settings: EngineSettings
  /** What the app sends as `authorization`. */
  bearer: string
  pool: Pool
  registry: Registry
  journal: Journal
  visits: Visits
}
