import { useEffect, useState } from 'react'
import type { Suggestions } from '@/lib/domain/find/suggestions'

/** So long nothing is typed before it is asked: who types on is not answered letter by letter. */
const pauseMs = 180

/** Returns what the server suggests for a text, a moment after it was last changed; nothing for none, and when it cannot be asked. */
export function useSuggestions(typed: string): Suggestions | undefined {
  const [answer, setAnswer] = useState<{ typed: string; suggestions: Suggestions }>()
  const text = typed.trim()
  useEffect(() => {
    if (!text) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/find?${new URLSearchParams({ q: text })}`, { signal: asking.signal })
        if (response.ok) setAnswer({ typed: text, suggestions: await response.json() })
      } catch {
        // What was typed can still be sent.
      }
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text])
  return text && answer?.typed === text ? answer.suggestions : undefined
}
