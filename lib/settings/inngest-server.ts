/** The settings that choose which Inngest carries the events, and what that choice depends on. */
export type InngestSettings = {
  INNGEST_DEV?: string | undefined
  INNGEST_BASE_URL?: string | undefined
  INNGEST_SIGNING_KEY?: string | undefined
  INNGEST_EVENT_KEY?: string | undefined
  INNGEST_SERVE_ORIGIN?: string | undefined
  CARNET_URL?: string | undefined
  CARNET_DEMO: 'on' | 'off'
}

/**
 * A server of Inngest's: its own dev server, one of the clinic's, or Inngest Cloud. `namedBy` is the setting to
 * correct.
 */
export type InngestServer = {
  kind: 'dev' | 'self-hosted' | 'cloud'
  namedBy: 'INNGEST_DEV' | 'INNGEST_BASE_URL' | 'INNGEST_SIGNING_KEY'
  /** Where functions are registered. */
  url: string
  /** Where events are posted. */
  eventUrl: string
}

export type WrongSetting = { name: keyof InngestSettings; sentence: string }

type Choice = { server: InngestServer | undefined } | { wrong: WrongSetting }

/** As the SDK has them. */
const devServer = 'http://localhost:8288'
const cloud = { url: 'https://api.inngest.com', eventUrl: 'https://inn.gs' }

/**
 * Which server the settings name, as the SDK in the app will read them; none means the embedded engine. Half a choice
 * is `wrong`, with what is missing and what to do: the SDK itself would only fail when the first event is posted.
 */
export function chooseInngest(settings: InngestSettings): Choice {
  const server = named(settings)
  if (!server || 'wrong' in server) return server ?? { server }
  return callsNobody(server, settings) ?? { server }
}

/**
 * Returns the server that the settings name; undefined when the embedded engine is to be used. Throws when they name
 * half of one.
 */
export function findInngest(settings: InngestSettings): InngestServer | undefined {
  const choice = chooseInngest(settings)
  if ('wrong' in choice) throw new Error(`${choice.wrong.name} ${choice.wrong.sentence}`)
  return choice.server
}

/** Returns where that server calls the app. `origin` is where it is reached from this machine. */
export function calledBackAt({ INNGEST_SERVE_ORIGIN, CARNET_URL }: InngestSettings, origin: string): string {
  return new URL(INNGEST_SERVE_ORIGIN ?? CARNET_URL ?? origin).origin
}

function named(settings: InngestSettings): InngestServer | { wrong: WrongSetting } | undefined {
  const { INNGEST_DEV: dev, INNGEST_BASE_URL: base, INNGEST_SIGNING_KEY: key, INNGEST_EVENT_KEY: eventKey } = settings
  if (isSaid(dev)) return devNamed(dev, settings)
  const asked = base ? 'INNGEST_BASE_URL' : key ? 'INNGEST_SIGNING_KEY' : 'INNGEST_EVENT_KEY'
  if (!base && !key && !eventKey) return undefined
  if (base && !isUrl(base)) return notUrl('INNGEST_BASE_URL')
  if (!key) return missing('INNGEST_SIGNING_KEY', asked)
  if (!eventKey) return missing('INNGEST_EVENT_KEY', asked)
  if (!signingKey.test(key)) return { wrong: { name: 'INNGEST_SIGNING_KEY', sentence: notHexadecimal } }
  if (base) return { kind: 'self-hosted', namedBy: 'INNGEST_BASE_URL', url: trimmed(base), eventUrl: trimmed(base) }
  return { kind: 'cloud', namedBy: 'INNGEST_SIGNING_KEY', ...cloud }
}

function devNamed(dev: string, { INNGEST_BASE_URL: base, CARNET_DEMO }: InngestSettings) {
  const isYes = /^(1|true)$/i.test(dev)
  const wanted = isYes ? (base ?? devServer) : dev.includes('://') ? dev : `http://${dev}`
  if (!isUrl(wanted)) return notUrl(isYes ? 'INNGEST_BASE_URL' : 'INNGEST_DEV')
  if (!isYes && base) return wrong('INNGEST_DEV', 'and INNGEST_BASE_URL name two servers. Unset one of them.')
  if (CARNET_DEMO === 'off') return wrong('INNGEST_DEV', isForTrials)
  const url = trimmed(wanted)
  const namedBy = isYes && base ? 'INNGEST_BASE_URL' : 'INNGEST_DEV'
  return { kind: 'dev' as const, namedBy: namedBy as InngestServer['namedBy'], url, eventUrl: url }
}

/** A server elsewhere that was told an address of this machine's own would call itself. */
function callsNobody({ kind, url }: InngestServer, settings: InngestSettings): { wrong: WrongSetting } | undefined {
  const { INNGEST_SERVE_ORIGIN: told } = settings
  const home = calledBackAt(settings, 'http://localhost')
  if (isOwn(url) || !isOwn(home) || (told && kind !== 'cloud')) return undefined
  const where = kind === 'cloud' ? 'Inngest Cloud' : url
  const cure = 'Set it, or CARNET_URL, to an address that leads here from there.'
  return wrong(
    'INNGEST_SERVE_ORIGIN',
    `must say where ${where} reaches the app: for it, ${home} is not this machine. ${cure}`,
  )
}

const isForTrials =
  'names a server that signs nothing and forgets when it ends: for trials. Without the demo, set INNGEST_BASE_URL and both keys.'
const notHexadecimal =
  'must be hexadecimal, as `openssl rand -hex 32` makes one, after an optional signkey-…- of Inngest Cloud.'
const signingKey = /^(signkey-\w+-)?([0-9a-f]{2})+$/i

function missing(name: 'INNGEST_SIGNING_KEY' | 'INNGEST_EVENT_KEY', asked: string) {
  return wrong(
    name,
    `is missing, and ${asked} alone reaches no Inngest. Set both keys to the server’s own, or unset ${asked}.`,
  )
}

function notUrl(name: 'INNGEST_DEV' | 'INNGEST_BASE_URL') {
  const or = name === 'INNGEST_DEV' ? '1, or ' : ''
  return wrong(name, `must be ${or}the address of an Inngest such as http://127.0.0.1:8288`)
}

function wrong(name: keyof InngestSettings, sentence: string): { wrong: WrongSetting } {
  return { wrong: { name, sentence } }
}

/** 0 and false are how the SDK is told that there is no dev server. */
function isSaid(dev: string | undefined): dev is string {
  return dev !== undefined && !/^(0|false)$/i.test(dev)
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function isOwn(url: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(new URL(url).hostname)
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
