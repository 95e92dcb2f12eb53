import { existsSync } from 'node:fs'
import path from 'node:path'
import { type StartEnv, startEnv } from '@/lib/settings/env'
import { StartFailure } from './start-failure'

/** The checkout; everything started from here has it as its working directory. */
export const root = path.resolve(import.meta.dirname, '../..')

export type Settings = StartEnv & { folder: string }

/** Returns what the environment says, and `.env` where that is silent. Throws StartFailure when a setting is wrong. */
export function readSettings(): Settings {
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  try {
    const settings = startEnv()
    return { ...settings, folder: path.resolve(settings.CARNET_DIR) }
  } catch (error) {
    throw new StartFailure((error as Error).message)
  }
}
