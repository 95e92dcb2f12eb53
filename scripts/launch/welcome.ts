import { accounts, demoPassword } from '@/prisma/demo/cast'
import { setUpWords } from './offer-set-up'

/**
 * Returns what a person reads once the clinic is up: where it is, in the demo what to try and who can sign in, and the link
 * by which a new one is set up.
 */
export function welcome(address: string, isDemo: boolean, setUpLink: string | undefined): string {
  const at = (path: string) => new URL(path, address).href
  if (setUpLink) return `${setUpWords(setUpLink)}\n  Ctrl-C ends it.\n`
  if (!isDemo) return `\n  Carnet is open:  ${address}\n\n  Ctrl-C ends it.\n`
  return `
  Carnet is open:  ${address}

  Try first
    1  Ask for a visit as a patient             ${at('/')}
    2  Read the mail it sent                    ${at('/inbox')}
    3  Confirm it as its doctor                 ${at('/calendar')}
    4  As admin, let mail refuse; book again    ${at('/sagas')}
    5  Ctrl-C in the middle of it, npm start    nothing is lost

  Sign in, with the password ${demoPassword}
${logins()}

  Ctrl-C ends it.
`
}

function logins(): string {
  const lines = Object.values(accounts).map(({ email, name, role }) => `    ${email.padEnd(24)} ${name}, ${role}`)
  return lines.join('\n')
}
