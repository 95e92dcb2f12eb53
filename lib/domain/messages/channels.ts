/** What can be said to a patient about their visit. */
export const patientWords = [
  'requested',
  'confirmed',
  'confirmation_withdrawn',
  'not_booked',
  'moved',
  'not_moved',
  'cancelled',
  'declined',
  'reminder',
  'no_show',
] as const

export type PatientWord = (typeof patientWords)[number]

/**
 * A word that a plan has a step for; the other takes such a step back. `again` says how the visit stands, in the words of
 * a request or of a confirmation.
 */
export type PlannedWord = Exclude<PatientWord, 'confirmation_withdrawn'> | 'again'

type ChannelEntry = {
  /** What a patient must have left with the clinic to be reached by it. */
  reachedBy: 'email' | 'phone'
  /** When in a plan it is used. `last`: once all that may still fail for good is done. */
  isSaid: 'early' | 'last'
  /** Stands before a word in the kind of a message: part of its key, so it stays for ever. */
  kindPrefix: string
  /** The step that says each word. Recorded with every plan, so it stays for ever. */
  steps: Record<PlannedWord, string>
}

/**
 * The ways in which a patient is told, the first one first: where one word is enough, the first that reaches them
 * says it. Services, a patient's reach, the steps of plans and the kinds of messages follow from here.
 */
export const channels = {
  mail: {
    reachedBy: 'email',
    isSaid: 'early',
    kindPrefix: '',
    steps: {
      requested: 'email-patient',
      confirmed: 'email-confirmation',
      not_booked: 'email-patient-not-booked',
      moved: 'email-patient-moved',
      not_moved: 'email-patient-not-moved',
      cancelled: 'email-patient-cancelled',
      declined: 'email-patient-declined',
      reminder: 'email-reminder',
      no_show: 'email-patient-no-show',
      again: 'email-again',
    },
  },
  sms: {
    reachedBy: 'phone',
    isSaid: 'last',
    kindPrefix: 'text_',
    steps: {
      requested: 'text-patient',
      confirmed: 'text-confirmation',
      not_booked: 'text-not-booked',
      moved: 'text-moved',
      not_moved: 'text-not-moved',
      cancelled: 'text-cancelled',
      declined: 'text-declined',
      reminder: 'text-reminder',
      no_show: 'text-no-show',
      again: 'text-again',
    },
  },
} as const satisfies Record<string, ChannelEntry>

export type Channel = keyof typeof channels

/** The names of all channels, the first one first. */
export const channelNames = Object.keys(channels) as [Channel, ...Channel[]]

/** How the patient wants to be told: by each channel, whether by that one. */
export type Reach = Record<Channel, boolean>

/** The names of the steps that say a word, whatever the channel. */
export type StepSaying<Word extends PlannedWord> = (typeof channels)[Channel]['steps'][Word]

/** What a message to a patient is called where messages are kept: `moved`, `text_moved`. */
export type PatientMessageKind = `${(typeof channels)[Channel]['kindPrefix']}${PatientWord}`

/** Returns whether this is the name of a channel, such as a service that carries words to people. */
export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && name in channels
}

/** Returns the reach of somebody who is told by just these channels. */
export function reachedBy(...names: readonly Channel[]): Reach {
  return byChannel((channel) => names.includes(channel))
}

/** Returns a patient's reach alone, out of what else stands beside it. */
export function reachIn(facts: Reach): Reach {
  return byChannel((channel) => facts[channel])
}

/** Returns what a function says of each channel, by its name. */
export function byChannel<Value>(say: (channel: Channel) => Value): Record<Channel, Value> {
  return Object.fromEntries(channelNames.map((channel) => [channel, say(channel)])) as Record<Channel, Value>
}

/** Returns the channels that reach a patient, the first one first. */
export function channelsOf(reach: Reach): Channel[] {
  return channelNames.filter((channel) => reach[channel])
}

/** Returns the name of the step by which a channel says a word. */
export function stepSaying<Word extends PlannedWord>(channel: Channel, word: Word): StepSaying<Word> {
  return channels[channel].steps[word]
}

/** Returns the channel by which a step tells the patient something; undefined for any other step. */
export function channelOfStep(step: string): Channel | undefined {
  return channelNames.find((channel) => Object.values<string>(channels[channel].steps).includes(step))
}

/** Returns the names of all steps that say a word, the first channel's first. */
export function stepsSaying<Word extends PlannedWord>(word: Word): StepSaying<Word>[] {
  return channelNames.map((channel) => stepSaying(channel, word))
}
