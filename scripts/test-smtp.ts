import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** How a mail server behaves: a reply that it gives at some stage of the talk, or the way in which it falls silent. */
export type SmtpWay =
  | 'well'
  | { at: 'greeting' | 'login' | 'sender' | 'address' | 'end'; reply: number }
  | 'hangs at the greeting'
  | 'hangs before it has the mail'
  | 'takes the mail and hangs'
  | 'takes the mail and resets'

/** A mail server that keeps what it takes. */
export type TestSmtp = {
  url: string
  mails: ParsedMail[]
  behave: (way: SmtpWay) => void
  stop: () => Promise<void>
}

/**
 * Starts a mail server (package smtp-server) on a free port of this machine; `user` and `pass` let in. Encrypted, it shows the
 * certificate of the package, which nobody trusts.
 */
export async function startTestSmtp(encrypts: 'never' | 'starttls' | 'always' = 'never'): Promise<TestSmtp> {
  let way: SmtpWay = 'well'
  const mails: ParsedMail[] = []
  const refuses = (at: string) => (typeof way === 'object' && way.at === at ? refusal(way.reply) : null)
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 500,
    allowInsecureAuth: true,
    secure: encrypts === 'always',
    disabledCommands: encrypts === 'starttls' ? [] : ['STARTTLS'],
    onConnect: (_, done) => (way === 'hangs at the greeting' ? undefined : done(refuses('greeting'))),
    onAuth: ({ username, password }, _, done) => {
      const isKnown = username === 'user' && password === 'pass'
      done(refuses('login') ?? (isKnown ? null : refusal(535)), isKnown ? { user: username } : undefined)
    },
    onMailFrom: (_, __, done) => done(refuses('sender')),
    onRcptTo: (_, __, done) => done(refuses('address')),
    onData: (stream, session, done) => void take(stream, session, done),
  })
  async function take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) {
    if (way === 'hangs before it has the mail') return
    const mail = await simpleParser(stream)
    const refused = refuses('end')
    if (refused) return done(refused)
    mails.push(mail)
    if (way === 'takes the mail and hangs') return
    if (way === 'takes the mail and resets') return ofSession(session)?.resetAndDestroy()
    done()
  }
  const ofSession = ({ remotePort }: SMTPServerSession) => [...sockets].find((one) => one.remotePort === remotePort)
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    // Node 20 does not survive it when the socket under an encrypted one is destroyed.
    if (encrypts !== 'never') return
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `${encrypts === 'always' ? 'smtps' : 'smtp'}://user:pass@127.0.0.1:${port}`,
    mails,
    behave: (next) => {
      way = next
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode })
}
