import { minuteMs } from '@/lib/domain/time'
import { calledBackAt, findInngest } from '@/lib/settings/inngest-server'
import { nameOf, reachInngest } from './reach/reach-inngest'
import { registerApp } from './register-app'
import { readSettings } from './settings'
import { StartFailure, wordsOf } from './start-failure'

const patienceMs = minuteMs

await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

/** Has an app that runs elsewhere register with its Inngest, or says what is in the way: see compose.yaml. */
async function main(): Promise<void> {
  const settings = readSettings()
  const server = findInngest(settings)
  if (!server) throw new StartFailure('No Inngest is named: set INNGEST_BASE_URL and both keys.')
  const origin = calledBackAt(settings, 'http://localhost:3000')
  await reachInngest({ server, eventKey: settings.INNGEST_EVENT_KEY, patienceMs })
  await registerApp({ server, origin, calledBackAt: origin, patienceMs })
  console.log(`Registered with ${nameOf(server)}; the app is called at ${origin}.`)
}
