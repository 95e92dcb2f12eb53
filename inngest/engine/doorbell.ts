import type { Core } from './core'
import type { FunctionConfig } from './function-config'
import { limits } from './limits'
import { post } from './post'
import { isSigned, sign } from './signature'

const registerEveryMs = 1_000
const registerAgainMs = 30_000
const answerWithinMs = 60_000

/** Asks the app for its functions, often until it answers and seldom after. */
export function keepRegistered(core: Core): () => void {
  let timer: NodeJS.Timeout
  let isStopped = false
  let told: string | undefined
  const ring = async () => {
    const refused = await syncInBand(core).catch((error) => (error as Error).message)
    if (refused && refused !== told && refused !== noAnswer) core.settings.onFault(new Error(refused))
    told = refused
    if (!isStopped) timer = setTimeout(ring, refused ? registerEveryMs : registerAgainMs)
  }
  void ring()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

const noAnswer = 'The app does not answer yet.'

/** One in-band sync: the app answers with its functions. The sentence why nothing was registered, if nothing was. */
async function syncInBand({ settings, registry, visits }: Core): Promise<string | undefined> {
  const { appUrl, signingKey } = settings
  const body = JSON.stringify({ url: appUrl })
  const headers = { 'x-inngest-sync-kind': 'in_band', 'x-inngest-signature': sign(body, signingKey, new Date()) }
  const asked = { url: new URL(appUrl), method: 'PUT' as const, body, headers }
  const answer = await post({ ...asked, timeoutMs: answerWithinMs, maxBytes: limits.body })
  if (answer.kind !== 'answered' || answer.status !== 200) return noAnswer
  const signature = answer.headers['x-inngest-signature']?.toString()
  if (!isSigned(answer.text, signature, signingKey, new Date())) return noAnswer
  const { app_id: app, functions } = JSON.parse(answer.text) as { app_id: string; functions: FunctionConfig[] }
  const refused = await registry.register(app, functions)
  visits.look()
  return refused
}
