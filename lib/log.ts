import pino from 'pino'
import { env } from './env'

type Log = pino.Logger
let root: Log | undefined

/** The process's log: JSON lines on standard output. Ids only, never people. */
export function log(): Log {
  root ??= pino({ level: env().LOG_LEVEL, base: { app: 'carnet' }, timestamp: pino.stdTimeFunctions.isoTime })
  return root
}

/** What a log may say of an error: what it was and where, never its words, which may name a person. */
export function faultOf(error: unknown): { name: string; code?: unknown; stack?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames.slice(0, 8) }
}
