import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/domain/saga/failure'
import { env } from '@/lib/settings/env'
import { ExternalServiceError } from './external-service-error'

type DemoService = 'calendar' | 'mail'

/** `refuses`: every call fails for good. `down`: every call fails, and may be tried again. */
export const demoModes = ['works', 'refuses', 'down'] as const

/**
 * In the demo, fails the way the admin's switch says. The switch of mail is that of SMS too. Throws
 * ExternalServiceError.
 */
export async function obeyDemoFault(db: Db, name: DemoService, service: Service = name): Promise<void> {
  if (env().CARNET_DEMO === 'off') return
  const fault = await db.demoFault.findUnique({ where: { service: name } })
  if (fault?.mode === 'refuses') throw new ExternalServiceError(service, 'permanent', service === 'mail' ? 550 : 403)
  if (fault?.mode === 'down') throw new ExternalServiceError(service, 'transient', 503)
}
