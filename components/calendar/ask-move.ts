import type { ActAnswer } from '@/lib/web/form-answer'

/** Returns whether a visit can move to an instant at all (ISO), so that it is said while it can be taken back. */
export async function askMove(id: string, startsAt: string): Promise<ActAnswer> {
  try {
    const response = await fetch(`/api/calendar/visits/${id}/slots?at=${encodeURIComponent(startsAt)}`)
    return (await response.json()) as ActAnswer
  } catch {
    return { refusal: { field: null, name: 'not_sent' } }
  }
}
