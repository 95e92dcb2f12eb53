/** One way in that a server offers with 401 (RFC 9110, 11.6.1); scheme and names of parameters in small letters. */
export type Challenge = { scheme: string; parameters: Record<string, string> }

const token = "[\\w!#$%&'*+.^`|~-]+"
const part = new RegExp(`(${token})(?:\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,"]*)))?`, 'gs')

/** Returns what an answer's WWW-Authenticate offers, in its order; several may stand in one header. */
export function challengesIn(headers: Headers): Challenge[] {
  const challenges: Challenge[] = []
  for (const [whole, name = '', quoted, plain] of (headers.get('www-authenticate') ?? '').matchAll(part)) {
    const value = asWritten(quoted?.replace(/\\(.)/gs, '$1') ?? plain)
    const current = challenges.at(-1)
    if (value === undefined) challenges.push({ scheme: whole.toLowerCase(), parameters: {} })
    else if (current) current.parameters[name.toLowerCase()] ??= value
  }
  return challenges
}

/** Headers come as bytes: what is beyond ASCII was most likely written as UTF-8. */
function asWritten(value: string | undefined): string | undefined {
  const utf8 = value && Buffer.from(value, 'latin1').toString()
  return utf8?.includes('\ufffd') ? value : utf8
}
