import { onEnding } from '@/lib/ending'
import { env } from '@/lib/settings/env'
import { redacted } from './redacted-spans'

/** What is not sent yet when the process ends is lost. */
const sentEveryMs = 1_000
const sentEveryMsAtTheEnd = 500

/**
 * Sends traces to OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP); without it nothing is traced and nothing of this is
 * loaded. Returns how to send what has not been sent yet.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env()
  if (!endpoint) return async () => {}
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'carnet' }),
    spanProcessors: [new BatchSpanProcessor(redacted(exporter), { scheduledDelayMillis: sentEveryMs })],
  })
  provider.register()
  // Not shut down: steps that are under way end within the next seconds, and so do their spans.
  const flush = () => void provider.forceFlush().catch(() => {})
  onEnding(() => setInterval(flush, sentEveryMsAtTheEnd).unref())
  return () => provider.forceFlush()
}
