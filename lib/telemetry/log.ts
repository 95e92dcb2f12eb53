import pino from 'pino'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'

type Log = pino.Logger
let root: Log | undefined

/** Returns the process's log: JSON lines on standard output. Ids only, never people. */
export function log(): Log {
  const timestamp = () => `,"timestamp":"${isoNow()}"`
  root ??= pino({ level: env().LOG_LEVEL, base: { app: 'carnet' }, timestamp })
  return root
}

/** What every line about a saga says, so that all that happened to one visit can be found. */
export type SagaLine = { sagaId: string; eventType: string; appointmentId: string; step: string; attempt: number }

/** Returns the log of one attempt of a saga's step. */
export function sagaLog({ sagaId, eventType, appointmentId, step, attempt }: SagaLine): Log {
  return log().child({ sagaId, eventType, appointmentId, step, attempt })
}

/** What an error was and where, without its words, which may name a person. */
export type Fault = { name: string; code?: unknown; stack?: string[] }

/** Returns what a log may say of an error. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames.slice(0, 8) }
}
