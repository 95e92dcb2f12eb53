/** A visit as a calendar holds it. Instants are ISO strings with offset Z. */
export type CalendarEntry = {
  appointmentId: string
  doctorId: string
  startsAt: string
  endsAt: string
  status: 'tentative' | 'confirmed'
  /** RFC 5545 SEQUENCE: of two writes the later has the higher one, and a calendar keeps the highest. */
  sequence: number
  /** When the event was recorded that it tells of. */
  madeAt: string
}

/** Which event of which calendar. */
export type CalendarEventId = { appointmentId: string; doctorId: string }

/** One call of an outside service. */
export type Call = {
  /** Names the effect: the same key twice is one effect, and a buried key none. */
  key: string
  signal: AbortSignal
  /**
   * When the first call with this key began whose outcome nobody knows (ISO instant); null when there is none. A
   * service that replays by key may ignore it; one that does not is asked what it has done since, before it is called
   * again.
   */
  lostSince: string | null
  /** When the first call with this key began, whatever became of it (ISO instant); null for the first. */
  triedSince?: string | null
  /** Whether a person has asked for it to be done again since the last call whose outcome nobody knows. */
  isAskedAgain?: boolean
}

/** What Carnet asks of a doctor's calendar. Each is one attempt, safe to repeat; throws ExternalServiceError. */
export type Calendar = {
  addEvent(entry: CalendarEntry, call: Call): Promise<void>
  updateEvent(entry: CalendarEntry, call: Call): Promise<void>
  removeEvent(event: CalendarEventId, call: Call): Promise<void>
}

/** What is sent, rendered once and kept, so that a repeat is the same to the byte. */
export type MessageContent = { subject: string; text: string; html: string | null; ics: string | null }

/** Hands a message over in one attempt, and returns the provider's id, if it gives one; throws ExternalServiceError. */
export type Send = (message: MessageContent & { to: string }, call: Call) => Promise<string | null>
