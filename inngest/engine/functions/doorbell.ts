import type { Core } from '@/inngest/engine/core'
import { post } from '@/inngest/engine/http/post'
import { isSigned, sign } from '@/inngest/engine/http/signature'
import { limits } from '@/inngest/engine/limits'
import { minuteMs } from '../time'
import type { FunctionConfig } from './function-config'

const registerEveryMs = 1_000
const registerAgainMs = 30_000
const answerWithinMs = minuteMs

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

/** Asks the app for its functions and registers them; returns the sentence why nothing was, if nothing was. */
async function syncInBand({ settings, registry, jobs }: Core): Promise<string | undefined> {
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
  jobs.look()
  return refused
}
