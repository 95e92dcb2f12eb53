/** A visit as a calendar holds it. Instants are ISO strings with offset Z. */
export type CalendarEntry = {
  appointmentId: string
  doctorId: string
  startsAt: string
  endsAt: string
  status: 'tentative' | 'confirmed'
}

/** `key` names the effect: the same key twice is one effect, and a buried key none. */
export type Call = { key: string; signal: AbortSignal }

/** What Carnet asks of a doctor's calendar. Each is one attempt, safe to repeat; throws ExternalServiceError. */
export type Calendar = {
  addEvent(entry: CalendarEntry, call: Call): Promise<void>
  updateEvent(entry: CalendarEntry, call: Call): Promise<void>
  removeEvent(appointmentId: string, call: Call): Promise<void>
}

/** What is sent, rendered once and kept, so that a repeat is the same to the byte. */
export type MessageContent = { subject: string; text: string; html: string | null; ics: string | null }

/** One attempt to hand a message over. Answers with the provider's id, if it gives one; throws ExternalServiceError. */
export type Send = (message: MessageContent & { to: string }, call: Call) => Promise<string | null>
