import { secondMs } from '@/lib/domain/time'
import { processMetrics, type serviceOperations } from '@/lib/telemetry/process-metrics'
import { traced } from '@/lib/telemetry/tracing'
import { ExternalServiceError } from './external-service-error'

type Operations = typeof serviceOperations

/** Does one call of an outside service, as a span, and measures how long it took, however it ended. */
export async function timed<Service extends keyof Operations, T>(
  service: Service,
  operation: Operations[Service][number],
  work: () => Promise<T>,
): Promise<T> {
  const begin = performance.now()
  const observe = (outcome: string) =>
    processMetrics().adapterCalls.observe({ service, operation, outcome }, (performance.now() - begin) / secondMs)
  try {
    const answer = await traced({ name: `${service} ${operation}`, isCall: true }, work)
    observe('answered')
    return answer
  } catch (error) {
    observe(error instanceof ExternalServiceError ? error.failure.kind : 'fault')
    throw error
  }
}
