import pino from 'pino'
import { env } from './env'

type Log = pino.Logger
let root: Log | undefined

/** The process's log: JSON lines on standard output. Ids only, never people. */
export function log(): Log {
  const timestamp = () => `,"timestamp":"${new Date().toISOString()}"`
  root ??= pino({ level: env().LOG_LEVEL, base: { app: 'carnet' }, timestamp })
  return root
}

/** What every line about a saga says, so that all that happened to one visit can be found. */
export type SagaLine = { sagaId: string; eventType: string; appointmentId: string; step: string; attempt: number }

/** The log of one attempt of a saga's step. */
export function sagaLog({ sagaId, eventType, appointmentId, step, attempt }: SagaLine): Log {
  return log().child({ sagaId, eventType, appointmentId, step, attempt })
}

/** What an error was and where, without its words, which may name a person. */
export type Fault = { name: string; code?: unknown; stack?: string[] }

/** What a log may say of an error. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames.slice(0, 8) }
}
