import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/**
 * What a span is called, what it is about, and the trace it belongs to when that was begun elsewhere (W3C
 * `traceparent`).
 */
export type SpanOf = { name: string; attributes?: Attributes; parent?: string | null | undefined; isCall?: boolean }

/** Returns the trace of what goes on now, to be kept beside what is recorded; null when nothing is traced. */
export function currentTraceparent(): string | null {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent ?? null
}

/** Does a piece of work as a span. Attributes are ids and names of ours, never anything about a person. */
export async function traced<T>(span: SpanOf, work: () => Promise<T>): Promise<T> {
  return tracedIn([span], work)
}

/**
 * Does one piece of work that belongs to several traces: each has a span of it. What is begun within belongs to the
 * last.
 */
export async function tracedIn<T>(spans: readonly SpanOf[], work: () => Promise<T>): Promise<T> {
  const open = spans.map(begin)
  try {
    return await context.with(open.at(-1)?.within ?? context.active(), work)
  } catch (error) {
    for (const { span } of open) span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) })
    throw error
  } finally {
    for (const { span } of open) span.end()
  }
}

function begin({ name, attributes = {}, parent, isCall }: SpanOf): { span: Span; within: Context } {
  const from = parent ? propagation.extract(context.active(), { traceparent: parent }) : context.active()
  const kind = isCall ? SpanKind.CLIENT : SpanKind.INTERNAL
  const span = trace.getTracer('carnet').startSpan(name, { attributes, kind }, from)
  return { span, within: trace.setSpan(from, span) }
}

/** Never its words, which may name a person. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
