import { setTimeout as sleep } from 'node:timers/promises'
import type { InngestServer } from '@/lib/settings/inngest-server'
import { StartFailure } from '@/scripts/launch/start-failure'
import type { Supervisor } from '@/scripts/launch/supervisor'

type Asked = { server: InngestServer; eventKey: string | undefined; patienceMs: number }

const startPatienceMs = 30_000
const everyMs = 250
const answerMs = 10_000

/** Returns the phase of coming up that makes sure of an Inngest elsewhere, and says which it is. */
export async function findElsewhere(supervisor: Supervisor, server: InngestServer, eventKey: string | undefined) {
  await supervisor.phase('Inngest', async (remark) => {
    await reachInngest({ server, eventKey, patienceMs: startPatienceMs })
    remark(`${nameOf(server)}, since ${server.namedBy} is set`)
  })
}

/**
 * Waits until the Inngest that the settings name answers, is of the kind they say, and knows the event key. Throws
 * StartFailure with the setting to correct and the cure.
 */
export async function reachInngest({ server, eventKey, patienceMs }: Asked): Promise<void> {
  if (server.kind !== 'cloud') await untilHealthy(server, patienceMs)
  if (server.kind !== 'dev' && eventKey) await tryEventKey(server, eventKey)
}

async function untilHealthy({ kind, namedBy, url }: InngestServer, patienceMs: number): Promise<void> {
  const health = new URL('/health', url)
  for (const begin = Date.now(); ; await sleep(everyMs)) {
    const answer = await ask(health)
    if (answer?.ok) return sameKind(kind, namedBy, url, answer.headers.get('x-inngest-server-kind'))
    if (answer && answer.status < 500)
      throw new StartFailure(
        `${namedBy}: what answers at ${url} is not an Inngest (${answer.status}). Correct the address.`,
      )
    if (Date.now() - begin >= patienceMs)
      throw new StartFailure(`${namedBy}: no Inngest answers at ${url}. ${cure(namedBy)}`)
  }
}

/** The dev server signs nothing, and the others call nobody who signs nothing: their own word for which they are. */
function sameKind(kind: InngestServer['kind'], namedBy: string, url: string, says: string | null): void {
  if (kind === 'dev' && says === 'cloud') throw new StartFailure(wantsKeys(namedBy, url))
  if (kind === 'self-hosted' && says === 'dev')
    throw new StartFailure(
      `${namedBy}: the Inngest at ${url} is a dev server, which signs nothing. Set INNGEST_DEV=${url} instead.`,
    )
}

/** Posts no event at all: whether the door would open. */
async function tryEventKey(server: InngestServer, eventKey: string): Promise<void> {
  const where = nameOf(server)
  const { eventUrl } = server
  const answer = await ask(new URL(`/e/${encodeURIComponent(eventKey)}`, eventUrl), { method: 'POST', body: '[]' })
  if (!answer) throw new StartFailure(`INNGEST_EVENT_KEY: ${where} takes no events just now (${eventUrl}). Try again.`)
  if (answer.status === 401 || answer.status === 403)
    throw new StartFailure(`INNGEST_EVENT_KEY: ${where} does not know this event key. Set the one that it was given.`)
}

/** Returns the sentence for a server that was named as a dev server and is none. */
export function wantsKeys(namedBy: string, url: string): string {
  return `${namedBy}: the Inngest at ${url} wants keys, so it is no dev server. Set INNGEST_BASE_URL and both keys instead.`
}

/** Returns the server in words. */
export function nameOf({ kind, url }: InngestServer): string {
  if (kind === 'cloud') return 'Inngest Cloud'
  return kind === 'dev' ? `the dev server at ${url}` : `the Inngest at ${url}`
}

function cure(namedBy: string): string {
  const start = namedBy === 'INNGEST_DEV' ? ' (npx inngest-cli dev)' : ''
  return `Start it${start}, correct the address, or unset ${namedBy} to use the built-in engine.`
}

async function ask(url: URL, init: RequestInit = {}): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json' }
  try {
    const answer = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(answerMs) })
    await answer.arrayBuffer()
    return answer
  } catch {
    return undefined
  }
}
