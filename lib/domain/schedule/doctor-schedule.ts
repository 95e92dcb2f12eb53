import type { Span } from '@/lib/domain/intervals'

/**
 * A doctor opens from `opens` to `closes` on a weekday; 1 is Monday. Times are `HH:MM` on the clinic's wall clock,
 * `24:00` is the end of the day. Days are ISO days, both included; null is open-ended.
 */
export type OpeningHours = {
  weekday: number
  opens: string
  closes: string
  fromDay: string | null
  untilDay: string | null
}

/** A pause on each of these weekdays, whatever the opening it lies in. */
export type Break = { weekday: number; begins: string; ends: string }

/** When a doctor receives, whoever may already be coming. */
export type DoctorSchedule = {
  doctorId: string
  /** IANA zone of the clinic. */
  timeZone: string
  /** Every how many minutes of an opening a visit may begin. */
  stepMinutes: number
  /** How long before it begins an hour is offered at the latest. */
  noticeMinutes: number
  /** How many days ahead an hour is offered. */
  horizonDays: number
  hours: readonly OpeningHours[]
  breaks: readonly Break[]
  /** With a word for what it is, where somebody wrote one. */
  timeOff: readonly (Span & { word?: string })[]
  /** ISO days on which the clinic is closed. */
  holidays: readonly string[]
}

/** What a visit takes of a doctor's time: its minutes, and those before and after that nobody else gets. */
export type VisitLength = { minutes: number; beforeMinutes: number; afterMinutes: number }

/** What a doctor can be visited for. */
export type VisitType = VisitLength & {
  id: string
  name: { fr: string; en: string }
  /** Whether a request is confirmed at once, without asking the doctor. */
  autoConfirm: boolean
  /** What to bring, and how to prepare; empty where nothing is asked. */
  instructions: { fr: string; en: string }
}
