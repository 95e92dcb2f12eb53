import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/domain/saga/failure'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'
import { ExternalServiceError } from './external-service-error'

/** What is called: one service, or one server of it when each doctor may have another. */
export type Circuit = { service: Service; server?: string }

/** So many failures in a row are an outage. */
const failuresMax = 3

/**
 * Calls a service unless it is known to be away. After three failures in a row it is left alone for CIRCUIT_OPEN_MS;
 * then one call tries it, and everybody else waits for what becomes of that. All instances share what they know of it.
 * Throws ExternalServiceError, `circuit_open` when nothing was called. Source: Nygard, "Release It!", the circuit
 * breaker.
 */
export async function throughCircuit<T>(db: Db, circuit: Circuit, work: () => Promise<T>): Promise<T> {
  const name = circuitName(circuit)
  const known = await enter(db, name, circuit.service)
  try {
    const answer = await work()
    if (known) await quietly(close(db, name, circuit))
    return answer
  } catch (error) {
    if (isOutage(error, circuit)) await quietly(noteFailure(db, name, circuit))
    else if (known && isAnswer(error)) await quietly(close(db, name, circuit))
    throw error
  }
}

/** Returns the name under which a circuit is kept: the service, and the server when it has several. */
export function circuitName({ service, server }: Circuit): string {
  return server ? `${service} ${server}` : service
}

/**
 * Returns whether it has failed of late. Throws when it is to be left alone; of those that come when that ends, one may
 * try.
 */
async function enter(db: Db, name: string, service: Service): Promise<boolean> {
  const row = await db.serviceCircuit.findUnique({ where: { name } })
  if (!row?.openUntil) return row !== null
  const isMine = { name, openUntil: { lte: new Date() } }
  const { count } = await db.serviceCircuit.updateMany({ where: isMine, data: { openUntil: nextTry() } })
  if (count === 1) return true
  const waitMs = row.openUntil.getTime() - Date.now()
  throw new ExternalServiceError(service, 'circuit_open', null, waitMs > 0 ? waitMs : env().CIRCUIT_OPEN_MS)
}

function nextTry(): Date {
  return new Date(Date.now() + env().CIRCUIT_OPEN_MS)
}

/**
 * By these a service says that a setting of ours is wrong; it tells so of every call (`ours-to-mend.ts`, Twilio's and
 * Resend's senders).
 */
const missetStatuses = [400, 401, 403, 404, 405, 422]

/**
 * No answer, one that says that the service itself is broken, or one that does not let us in. A refusal or a conflict
 * is the answer of one that works, and where each doctor has an account of their own, so is a wrong password.
 */
function isOutage(error: unknown, { server }: Circuit): boolean {
  if (!(error instanceof ExternalServiceError)) return false
  const { kind, status } = error.failure
  const isMisset = !server && status !== null && missetStatuses.includes(status)
  return (kind === 'transient' || kind === 'unknown') && (status === null || status >= 500 || isMisset)
}

function isAnswer(error: unknown): boolean {
  return error instanceof ExternalServiceError && error.failure.status !== null
}

async function noteFailure(db: Db, name: string, { service, server }: Circuit): Promise<void> {
  const [row] = await db.$queryRaw<{ failures: number }[]>`
    insert into service_circuit (name, failures, since) values (${name}, 1, ${new Date()})
    on conflict (name) do update set
      failures = service_circuit.failures + 1,
      open_until = case when service_circuit.failures + 1 >= ${failuresMax} then ${nextTry()}::timestamptz end
    returning failures`
  if (row?.failures === failuresMax)
    log().warn({ service, isOwn: Boolean(server) }, 'a service is away; it is left alone and tried now and then')
}

async function close(db: Db, name: string, { service, server }: Circuit): Promise<void> {
  const { count } = await db.serviceCircuit.deleteMany({ where: { name, openUntil: { not: null } } })
  if (count > 0) log().info({ service, isOwn: Boolean(server) }, 'a service answers again')
  await db.serviceCircuit.deleteMany({ where: { name } })
}

/** What became of the call stands, whatever becomes of the note about it. */
async function quietly(noting: Promise<void>): Promise<void> {
  await noting.catch((error) => log().warn({ fault: faultOf(error) }, 'a circuit could not be noted'))
}
