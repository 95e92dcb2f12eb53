import type { ActAnswer, ActAnswers } from '@/lib/web/form-answer'
import { forgetUnsent, isAbout, noteUnsent } from './unsent-acts'

/** What a doctor pressed and may still take back. `slot` is an ISO instant, and the reason is told to the patient. */
export type Act = { requestId: string; appointmentId: string } & (
  | { act: 'confirm' }
  | { act: 'move'; slot: string }
  | { act: 'decline' | 'cancel'; reason: string }
)

/** An act with what it is told by: whose visit it is, and when that begins, or is to begin (ISO instant). */
export type ToldAct = Act & { patientName: string; when: string }

/** `done` was carried out, and the page has not read it yet. What waits is sent at `sentAt` (milliseconds since 1970). */
export type PendingAct = ToldAct & { state: 'waiting' | 'sent' | 'done'; key: string; sentAt: number }

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
 * Keeps acts back for `ms` milliseconds, then sends them and tells what the server said. One that is about the same
 * thing and still waits is given up for it, and told of no answer. Returns their key.
 */
export function holdBack(acts: readonly ToldAct[], ms: number, answer: (answers: Answered[]) => void): string {
  for (const [older, kept] of [...waiting]) {
    if (kept.acts.some((act) => acts.some(isAbout(act))) && takeBack(older)) kept.answer([])
  }
  const key = acts.map(({ requestId }) => requestId).join()
  noteUnsent(acts, false)
  // What it is told by stays in the page.
  const bare = acts.map(({ patientName: _, when: _when, ...act }) => act)
  waiting.set(key, { acts: bare, answer, timer: setTimeout(() => void send([key]), ms) })
  show([
    ...shown.filter((act) => !acts.some(isAbout(act))),
    ...acts.map((act) => ({ ...act, state: 'waiting' as const, key, sentAt: Date.now() + ms })),
  ])
  return key
}

/** Returns the key of what was held back last and can still be taken back. */
export function lastHeld(): string | undefined {
  return [...waiting.keys()].at(-1)
}

/** Takes acts back that were not sent yet; nothing ever happened. Returns whether it came in time. */
export function takeBack(key: string): boolean {
  const kept = waiting.get(key)
  if (!kept) return false
  clearTimeout(kept.timer)
  waiting.delete(key)
  forgetUnsent(kept.acts)
  drop(kept.acts)
  return true
}

/** The page is being left: what waits is sent at once, by a request that outlives the page. */
export function sendAll(): void {
  if (waiting.size > 0) void send([...waiting.keys()])
}

/** One request carries all of them, so the server goes on with each though the browser is closed. */
async function send(keys: readonly string[]): Promise<void> {
  const kept = keys.flatMap((key) => waiting.get(key) ?? [])
  for (const { timer } of kept) clearTimeout(timer)
  for (const key of keys) waiting.delete(key)
  const acts = kept.flatMap((one) => one.acts)
  if (acts.length === 0) return
  show(shown.map((act) => (acts.some(isAbout(act)) ? { ...act, state: 'sent' } : act)))
  const answers = await post(acts)
  noteUnsent(
    answers.filter(isUnsent).map(({ act }) => act),
    true,
  )
  forgetUnsent(answers.filter((one) => !isUnsent(one)).map(({ act }) => act))
  const done = answers.filter(({ answer }) => answer.refusal === null).map(({ act }) => act)
  drop(answers.filter(({ answer }) => answer.refusal !== null).map(({ act }) => act))
  show(shown.map((act) => (done.some(isAbout(act)) ? { ...act, state: 'done' } : act)))
  setTimeout(() => drop(done), forgottenMs)
  for (const one of kept) one.answer(answers.filter(({ act }) => one.acts.includes(act)))
}

async function post(acts: readonly Act[]): Promise<Answered[]> {
  const said = await fetchAnswers(acts).catch(() => [])
  const answerOf = ({ requestId }: Act) => said.find((answer) => answer.requestId === requestId)
  return acts.map((act) => ({ act, answer: answerOf(act) ?? { refusal: { field: null, name: 'not_sent' } } }))
}

async function fetchAnswers(acts: readonly Act[]): Promise<ActAnswers['answers']> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ acts })
  const response = await fetch('/api/calendar/acts', { method: 'POST', keepalive: true, headers, body })
  const { answers } = (await response.json()) as Partial<ActAnswers>
  return answers ?? []
}

function isUnsent({ answer }: Answered): boolean {
  return answer.refusal?.name === 'not_sent'
}

function drop(acts: readonly Act[]): void {
  if (acts.length > 0) show(shown.filter((act) => !acts.some(({ requestId }) => requestId === act.requestId)))
}

function show(next: readonly PendingAct[]): void {
  shown = next
  for (const listener of listeners) listener()
}
