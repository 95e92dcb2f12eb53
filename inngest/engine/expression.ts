import { parse } from '@marcbachmann/cel-js'

type Facts = { event: unknown; async?: unknown }

const parsed = new Map<string, ReturnType<typeof parse>>()
/** An expression may be made for one run alone, so not all that ever were are kept. */
const parsedMax = 1_000

/** Returns whether a CEL expression holds; an absent one always does. A key that is missing makes it false. */
export function holds(expression: string | null | undefined, facts: Facts): boolean {
  return !expression || celValue(expression, facts) === true
}

/** Returns the value of a CEL expression, or undefined when it cannot be told, such as when a key is missing. */
export function celValue(expression: string, facts: Facts): unknown {
  try {
    const evaluate = parsed.get(expression) ?? parse(expression)
    if (parsed.size >= parsedMax) parsed.clear()
    parsed.set(expression, evaluate)
    return evaluate(facts)
  } catch {
    return undefined
  }
}

/** Returns the value of a CEL expression as text, the same for the same value; undefined when there is none. */
export function celText(expression: string, facts: Facts): string | undefined {
  const value = celValue(expression, facts) ?? undefined
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item))
}

/** Returns whether this is CEL at all. */
export function isExpression(text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}
