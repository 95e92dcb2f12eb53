import { type PortionsRun, usePortions } from '@/components/form/use-portions'
import { type AlignAction, type AlignAnswer, refusedAt, type Told } from '@/lib/web/form-answer'

/** What is done with the calendar: compared, or left. */
export type AlignWork = 'compare' | 'leave'

type Listed = { ok: true; value: string[] } | ({ ok: false } & Told)
/** The visits to look at; the same for every portion. */
export type ListAlignments = (doctor: string, work: AlignWork) => Promise<Listed>

/** Nothing was asked of the server. */
export const noAlignAnswer: AlignAnswer = { outcome: null, left: 0, refusal: null }
const none = { right: 0, written: 0, removed: 0, failed: 0, at_work: 0, left: 0 }
/** So many go in one request: an answer comes every second or two. */
const portion = 10

type What = { doctor: string; work: AlignWork; list: ListAlignments; align: AlignAction }

/** Goes through a doctor's visits a portion at a time, and says how far it has come. */
export function useAlignRun({ doctor, work, list, align }: What) {
  const { run, start, stop } = usePortions(none)
  const startAlign = () => {
    let failed = 0
    return start({
      size: portion,
      list: async () => {
        const listed = await list(doctor, work)
        return listed.ok ? listed : { ok: false, refusal: refusedAt(null, listed) }
      },
      send: async (ids: readonly string[], isLast) => {
        const request = requestFor({ doctor, work, failed }, ids, isLast)
        const { outcome, left, refusal } = await align(noAlignAnswer, request)
        failed += outcome?.failed ?? 0
        return refusal ? { ok: false, refusal } : { ok: true, value: { ...none, ...outcome, left } }
      },
    })
  }
  return { run, answer: answerOf(run), start: startAlign, stop }
}

function requestFor(
  { doctor, work, failed }: Pick<What, 'doctor' | 'work'> & { failed: number },
  ids: readonly string[],
  isLast: boolean,
): FormData {
  const form = new FormData()
  form.set('doctor', doctor)
  form.set('work', work)
  form.set('failed', String(failed))
  form.set('portion', isLast ? 'last' : 'more')
  for (const id of ids) form.append('id', id)
  return form
}

/** Returns what the portions come to, as the server would have said it of all of them at once. */
function answerOf({ outcome, refusal, isBroken, total, done }: PortionsRun<typeof none>): AlignAnswer {
  if (refusal) return { ...noAlignAnswer, refusal }
  const { left, ...counts } = outcome
  return { outcome: counts, left: left + (isBroken ? 0 : total - done), refusal: null }
}
