/** What a doctor pressed and may still take back. `slot` is an ISO instant. */
export type Act = { requestId: string; appointmentId: string } & ({ act: 'confirm' } | { act: 'move'; slot: string })

/** What the server said: the name of a refusal, or null, and what can be had instead. */
export type ActAnswer = { refused: string | null; nearest: readonly { startsAt: string }[] }

/** `done` was carried out, and the page has not read it yet. */
export type PendingAct = Act & { state: 'waiting' | 'sent' | 'done' }

type Kept = { acts: readonly Act[]; timer: ReturnType<typeof setTimeout>; answer: (answers: Answered[]) => void }
export type Answered = { act: Act; answer: ActAnswer }

/** A page reads itself again within this time; then an act that was carried out is forgotten. */
const forgottenMs = 6_000

let shown: readonly PendingAct[] = []
const waiting = new Map<string, Kept>()
const listeners = new Set<() => void>()

/** For useSyncExternalStore: every act that the page cannot know of yet. */
export const pendingActs = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  read: () => shown,
  readOnServer: () => none,
}
const none: readonly PendingAct[] = []

/**
 * Keeps acts back for `ms` milliseconds, then sends them and tells what the server said. One that is about the same thing and
 * still waits is given up for it, and told of no answer. Answers with their key.
 */
export function holdBack(acts: readonly Act[], ms: number, answer: (answers: Answered[]) => void): string {
  for (const [older, kept] of [...waiting]) {
    if (kept.acts.some((one) => acts.some(isAbout(one))) && takeBack(older)) kept.answer([])
  }
  const key = acts.map(({ requestId }) => requestId).join()
  waiting.set(key, { acts, answer, timer: setTimeout(() => void send(key), ms) })
  show([
    ...shown.filter((one) => !acts.some(isAbout(one))),
    ...acts.map((act) => ({ ...act, state: 'waiting' as const })),
  ])
  return key
}

/** Takes acts back that were not sent yet; nothing ever happened. Answers whether it came in time. */
export function takeBack(key: string): boolean {
  const kept = waiting.get(key)
  if (!kept) return false
  clearTimeout(kept.timer)
  waiting.delete(key)
  drop(kept.acts)
  return true
}

/** The page is being left: what waits is sent at once, by requests that outlive the page. */
export function sendAll(): void {
  for (const key of [...waiting.keys()]) void send(key)
}

async function send(key: string): Promise<void> {
  const kept = waiting.get(key)
  if (!kept) return
  clearTimeout(kept.timer)
  waiting.delete(key)
  show(shown.map((one) => (kept.acts.some(isAbout(one)) ? { ...one, state: 'sent' } : one)))
  const answers = await Promise.all(kept.acts.map(async (act) => ({ act, answer: await post(act) })))
  const done = answers.filter(({ answer }) => answer.refused === null).map(({ act }) => act)
  drop(answers.filter(({ answer }) => answer.refused !== null).map(({ act }) => act))
  show(shown.map((one) => (done.some(isAbout(one)) ? { ...one, state: 'done' } : one)))
  setTimeout(() => drop(done), forgottenMs)
  kept.answer(answers)
}

async function post(act: Act): Promise<ActAnswer> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify(act)
    const response = await fetch('/api/calendar/acts', { method: 'POST', keepalive: true, headers, body })
    return (await response.json()) as ActAnswer
  } catch {
    return { refused: 'not_sent', nearest: [] }
  }
}

function drop(acts: readonly Act[]): void {
  if (acts.length > 0) show(shown.filter((one) => !acts.some(({ requestId }) => requestId === one.requestId)))
}

function isAbout({ act, appointmentId }: Act) {
  return (other: Act) => other.act === act && other.appointmentId === appointmentId
}

function show(next: readonly PendingAct[]): void {
  shown = next
  for (const listener of listeners) listener()
}
