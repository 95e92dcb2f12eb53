import pino from 'pino'
import { env } from './env'

type Log = pino.Logger
let root: Log | undefined

/** The process's log: JSON lines on standard output. Ids only, never people. */
export function log(): Log {
  root ??= pino({ level: env().LOG_LEVEL, base: { app: 'carnet' }, timestamp: pino.stdTimeFunctions.isoTime })
  return root
}
