import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type PeerPlan, peersFolder } from './peers'

/**
 * Installs the other engines beside us at the first run, exactly as they are locked and without their install scripts,
 * which would report home. Answers with why that failed, if it did.
 */
export async function installPeers(plans: readonly PeerPlan[]): Promise<string | undefined> {
  const isWanted = plans.some(({ from }) => from?.home === peersFolder)
  if (!isWanted || isInstalled()) return undefined
  console.log('installing the peers (npm ci in bench/peers, about 250 MB)')
  const npm = process.env.npm_execpath
  const [program, ...before] = npm ? [process.execPath, npm] : ['npm']
  const args = [...before, 'ci', '--ignore-scripts', '--prefix', peersFolder]
  const child = spawn(program ?? 'npm', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  child.stderr?.on('data', (chunk) => {
    words += chunk
  })
  const code = await new Promise((resolve) => child.once('error', resolve).once('close', resolve))
  return code === 0 ? undefined : `npm ci failed: ${words.match(/npm error .*/)?.[0] ?? code}`
}

/** Whether npm has finished here, and with the versions that are locked now. */
function isInstalled(): boolean {
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> }
  const isThere = ([name, version]: [string, string]) => {
    const file = path.join('node_modules', name, 'package.json')
    return existsSync(path.join(peersFolder, file)) && (read(file) as { version: string }).version === version
  }
  return (
    existsSync(path.join(peersFolder, 'node_modules/.package-lock.json')) && Object.entries(dependencies).every(isThere)
  )
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(peersFolder, file), 'utf8'))
}
