import { z } from 'zod'

/**
 * Where something of ours is reached: a scheme, a name and perhaps a port, and nothing more. All of Carnet's paths begin at
 * the root, so an address below a path would be half right: open, and not found.
 */
export function homeAddress(name: string) {
  return z.string().superRefine((text, context) => {
    const wrong = wrongOf(text)
    if (wrong) context.addIssue({ code: 'custom', message: `${name} must be ${wrong}, such as https://clinic.example` })
  })
}

function wrongOf(text: string): string | undefined {
  if (!/^https?:\/\/[^/*]/i.test(text) || !URL.canParse(text)) return 'a full address with http: or https:'
  const { href, origin, username, password } = new URL(text)
  if (username || password) return 'an address without a user name or a password'
  if (href !== `${origin}/`) return 'an address with nothing after its name and port: Carnet lives at the root of one'
  return undefined
}
