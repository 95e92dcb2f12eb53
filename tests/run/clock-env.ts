import path from 'node:path'
import { pathToFileURL } from 'node:url'

const setClock = pathToFileURL(path.join(import.meta.dirname, 'set-clock.mjs')).href

/**
 * Returns the variables that set the clock of a process and of all it starts to the instant `at` (ISO). It ticks on
 * from there, or stands still, as it must for pictures.
 */
export function clockEnv(at: string, clock: 'ticks' | 'stands'): Record<string, string> {
  const options = [process.env.NODE_OPTIONS, `--import=${setClock}`].filter(Boolean).join(' ')
  return { NODE_OPTIONS: options, CARNET_AT: at, CARNET_CLOCK: clock, CARNET_AT_SINCE: '' }
}
