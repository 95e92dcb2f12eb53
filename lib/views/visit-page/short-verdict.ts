import type { ActorRole } from '@/lib/domain/appointment/events'
import type { Verdict } from '@/lib/views/verdict'

/** How a visit stands, in a word: beside it in a list, and on the tab of its page. */
export type ShortVerdict = Exclude<Verdict, `cancelled_by_${ActorRole}`> | 'cancelled'

/** Returns a verdict in a word: who has called a visit off is said on its page. */
export function shortVerdict(verdict: Verdict): ShortVerdict {
  switch (verdict) {
    case 'cancelled_by_patient':
    case 'cancelled_by_doctor':
    case 'cancelled_by_staff':
      return 'cancelled'
    default:
      return verdict
  }
}
