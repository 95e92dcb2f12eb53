import type { IncomingMessage, ServerResponse } from 'node:http'
import { calendar } from './calendar'
import { control } from './control'
import { mail } from './mail'
import type { OutsideService, WorldRequest } from './outside-service'
import { sendAnswer, serveCall, type World } from './serve-call'
import { sms } from './sms'

const services: [prefix: string, service: OutsideService][] = [
  ['/resend', mail],
  ['/twilio', sms],
  ['/caldav', calendar],
]

/** Answers one request: to a service, or to the world itself. */
export async function serveWorld(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await read(message)
  const [prefix, service] = services.find(([prefix]) => request.path.startsWith(`${prefix}/`)) ?? []
  if (!service) return sendAnswer(response, control(world, request))
  const asked = service.understand({ ...request, path: request.path.slice(prefix?.length) })
  if ('perform' in asked) serveCall(world, service, asked, response)
  else sendAnswer(response, asked)
}

async function read(message: IncomingMessage): Promise<WorldRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const { pathname: path, searchParams: query } = new URL(message.url ?? '/', 'http://world')
  const header = (name: string) => message.headers[name]?.toString()
  return { method: message.method ?? '', path, query, header, body: Buffer.concat(chunks).toString() }
}
