import { useEffect, useState } from 'react'
import type { FoundAnswer } from '@/lib/domain/patient/found-patient'

/** So long nothing is typed before it is asked: who types on is not answered letter by letter. */
const pauseMs = 120

/** What the server answers while one types: whom it found by what, or that it could not be asked. */
export type Finding = { answer: FoundAnswer | null; isAway: boolean; isAsking: boolean }

/** Returns who is found by what is typed, a moment after it was last changed; until then, who was found before. */
export function useFound(typed: string, first: FoundAnswer | null): Finding {
  const [answer, setAnswer] = useState(first)
  const [awayAt, setAwayAt] = useState<string>()
  const text = typed.trim()
  useEffect(() => {
    if (!text || text === answer?.typed) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      try {
        // What is typed names people: it stands in no address.
        const asked = { method: 'POST', body: text, signal: asking.signal }
        const response = await fetch('/api/patients/find', asked)
        if (!response.ok || response.redirected) throw new Error('not found out')
        setAnswer({ typed: text, found: await response.json() })
        setAwayAt(undefined)
      } catch {
        if (!asking.signal.aborted) setAwayAt(text)
      }
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text, answer])
  const isAway = text !== '' && awayAt === text
  return { answer: text ? answer : null, isAway, isAsking: text !== '' && text !== answer?.typed && !isAway }
}
