import { fetchHomeUrl, fetchPrincipalUrl, propfind, serviceDiscovery } from 'tsdav'
import { outsideAddress } from '@/lib/adapters/http/outside-address'
import { accept, refuse } from '@/lib/result'
import { type Calls, type CallTrouble, careful } from './caldav-calls'
import { type FoundCalendar, readCalendars, wantedProps } from './caldav-listing'

/** Why no calendar was found. */
export type DiscoveryRefusal = CallTrouble | 'not_a_calendar_server' | 'no_calendar' | 'calendar_read_only'

/** What a doctor types: any address of their calendar server, and how they sign in there. */
export type TypedAccount = { address: string; username: string; password: string }

/**
 * The calendars of an account that visits can be written in (RFC 6764, RFC 4791). The server is asked at the address
 * itself first, then at its well-known place. Refuses by name, with the address it would have us go `to`, or the `way`
 * in which it lets in.
 */
export async function discoverCalendars({ address, ...who }: TypedAccount, signal: AbortSignal) {
  const server = outsideAddress(address)
  if (!server) return refused('address_invalid')
  const calls = careful(server, who, signal)
  const home = await findHome(server.href, calls)
  const collections = home && (await listHome(home, calls))
  if (!collections) return refused(calls.trouble() ?? 'not_a_calendar_server', calls)
  const calendars = readCalendars(collections, home)
  const writable = calendars.filter(({ isWritable }) => isWritable)
  if (writable.length > 0) return accept<FoundCalendar[]>(writable)
  return refused(calendars.length > 0 ? 'calendar_read_only' : 'no_calendar')
}

function refused(name: DiscoveryRefusal, calls?: Calls) {
  if (name === 'leads_elsewhere') return refuse(name, { to: calls?.ledTo() ?? '' })
  return name === 'sign_in_foreign' ? refuse(name, { way: calls?.way() ?? '' }) : refuse(name)
}

/** Returns where the account keeps its calendars; undefined when this is not found out. */
async function findHome(serverUrl: string, calls: Calls): Promise<string | undefined> {
  const account = { serverUrl, rootUrl: serverUrl, accountType: 'caldav' } as const
  const home = await findHomeBelow(account, calls)
  if (home || calls.trouble()) return home
  const rootUrl = await serviceDiscovery({ account, fetch: calls.fetch })
  return calls.trouble() ? undefined : findHomeBelow({ ...account, rootUrl }, calls)
}

type Account = { serverUrl: string; rootUrl: string; accountType: 'caldav' }

/** tsdav says in the words of an error what is missing; what went wrong on the way, the calls know. */
async function findHomeBelow(account: Account, { fetch, trust }: Calls): Promise<string | undefined> {
  try {
    const principalUrl = await fetchPrincipalUrl({ account, fetch })
    trust(principalUrl)
    const home = await fetchHomeUrl({ account: { ...account, principalUrl }, fetch })
    trust(home)
    return home
  } catch {
    return undefined
  }
}

/** Returns what lies there; undefined when the server does not say. */
async function listHome(url: string, { fetch }: Calls): Promise<unknown[] | undefined> {
  const found = await propfind({ url, props: wantedProps, depth: '1', fetch }).catch(() => [])
  return found.some(({ ok, props }) => ok && props) ? found : undefined
}
