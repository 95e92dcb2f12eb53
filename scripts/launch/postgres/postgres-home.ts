import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createFile } from '@/scripts/launch/create-file'
import { type Account, canBeReached } from './postgres-binaries'

/**
 * Where the server of `directory` keeps everything; the folder exists afterwards. Postgres under another account needs
 * folders it may pass, so a private checkout keeps its data in the system's temporary folder. A note in `directory`
 * says where, so that who removes `directory` has removed the database.
 */
export function postgresHome(directory: string, account: Account): string {
  if (!account || canBeReached(path.dirname(directory))) return makeFolder(directory)
  mkdirSync(directory, { recursive: true })
  const note = path.join(directory, 'elsewhere')
  const folder = makeTemporaryFolder(directory)
  if (createFile(note, homePrefix + randomBytes(6).toString('hex'))) removeAbandoned(folder)
  return makeFolder(path.join(folder, readFileSync(note, 'utf8')))
}

const homePrefix = 'home-'

/** Homes whose note was removed. A server that still runs in one notices within a minute and ends. */
function removeAbandoned(folder: string): void {
  const homes = readdirSync(folder).filter((name) => name.startsWith(homePrefix))
  for (const name of homes) rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 })
}

/** Returns where that is, if there is one yet. */
export function findPostgresHome(directory: string): string | undefined {
  const note = path.join(directory, 'elsewhere')
  const home = existsSync(note) ? path.join(temporaryFolder(directory), readFileSync(note, 'utf8')) : directory
  return existsSync(home) ? home : undefined
}

/** Removes whatever was made for the server of this directory. */
export function removePostgresHome(directory: string): void {
  for (const folder of [temporaryFolder(directory), directory]) rmSync(folder, { recursive: true, force: true })
}

/** Returns a folder of ours in a place where everybody may write: one that somebody else made first is refused. */
export function makeTemporaryFolder(directory: string): string {
  const folder = temporaryFolder(directory)
  mkdirSync(folder, { recursive: true })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`${folder} exists and is not ours`)
  return makeFolder(folder)
}

function temporaryFolder(directory: string): string {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 12)
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  return path.join(base, `carnet-${process.getuid?.() ?? 0}-${name}`)
}

/** Others may pass through it, and not look into it. */
function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
  return folder
}
