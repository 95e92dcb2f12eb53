import type { Attributes } from '@opentelemetry/api'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node'

/** What follows is as good as a password: a visit's link, a feed's token. Next names addresses in its spans. */
const secret = /(\/(?:v|feeds)\/)[^/?#\s]+/g
/** A question may name a person: whom an SMS went to, or who is looked for. */
const query = /\?\S*/g

/** Returns the same exporter, which is never given a link that lets somebody in. */
export function redacted(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(withoutSecrets), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

function withoutSecrets(span: ReadableSpan): ReadableSpan {
  const events = span.events.map((event) => ({ ...event, attributes: onlyType(event.attributes ?? {}) }))
  return Object.create(span, {
    name: { value: hide(span.name) },
    attributes: { value: hidden(span.attributes) },
    status: { value: { code: span.status.code } },
    events: { value: events },
  })
}

function hidden(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes)
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value]))
}

/** Of an error its kind alone: its words, and the stack that begins with them, may name a person. */
function onlyType({ 'exception.type': type }: Attributes): Attributes {
  return type === undefined ? {} : { 'exception.type': type }
}

const hide = (text: string) => text.replace(secret, '$1…').replace(query, '?…')
