const here = ['localhost', '127.0.0.1', '[::1]']

/**
 * How a mail server is reached by its address: `smtps:` is encrypted from the start, `smtp:` after a greeting, which
 * must be offered when a password goes along, unless the server is this machine.
 */
export function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined
  const isHere = here.includes(hostname)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere && auth !== undefined,
    opportunisticTLS: true,
    auth,
  }
}
