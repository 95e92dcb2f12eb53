import type { Attributes } from '@opentelemetry/api'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node'

/** What follows is as good as a password: a visit's signed link, a feed's token. Next names addresses in its spans. */
const secret = /(\/(?:visits|feeds)\/)[^/?#\s]+/g

/** The same exporter, which is never given a link that lets somebody in. */
export function redacted(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(withoutSecrets), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

function withoutSecrets(span: ReadableSpan): ReadableSpan {
  const attributes: Attributes = Object.fromEntries(
    Object.entries(span.attributes).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value]),
  )
  return Object.create(span, { name: { value: hide(span.name) }, attributes: { value: attributes } })
}

const hide = (text: string) => text.replace(secret, '$1…')
