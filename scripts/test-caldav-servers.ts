import { hasRadicale, radicaleName, startRadicale } from './test-radicale'
import { startTestWorld } from './world/test-world'

/** Where a server keeps one calendar; `absent` is one that it does not have. */
export type CaldavServer = { origin: string; calendar: string; absent: string; stop: () => Promise<unknown> }

/** A CalDAV server of ours, small and misbehaving on demand, and a real one where it is installed. */
export const caldavServers: { name: string; isHere: boolean; start: () => Promise<CaldavServer> }[] = [
  {
    name: 'our small one',
    isHere: true,
    async start() {
      const world = await startTestWorld()
      return { origin: world.url, calendar: '/caldav/helene/', absent: '/caldav/no-such-calendar/', stop: world.stop }
    },
  },
  {
    name: radicaleName,
    isHere: hasRadicale,
    async start() {
      const radicale = await startRadicale()
      const calendar = new URL(await radicale.makeCalendar('visits')).pathname
      return { origin: radicale.url, calendar, absent: '/helene/no-such-calendar/', stop: radicale.stop }
    },
  },
]
