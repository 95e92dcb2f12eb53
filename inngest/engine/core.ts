import type { Pool } from 'pg'
import type { Registry } from './functions/registry'
import type { Jobs } from './jobs'
import type { Journal } from './runs/journal'

export type EngineSettings = {
  /** Its Postgres, with what each session begins with: the engine relies on `read committed` and on UTC. */
  database: { connectionString: string; options: string }
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
  jobs: Jobs
}
