import { z } from 'zod'
import { hourMs } from '@/lib/domain/time'
import { type KafkaSettings, kafka, refuseHalfAKafka } from './kafka-settings'

/**
 * Who mails are from while they go no further than the inbox page. It is nobody's, so no provider sends in its name.
 */
const nobody = 'Carnet <carnet@clinic.example>'

/** The settings of outside services. Without them mail and SMS stay in the inbox page, and events in the clinic. */
export const services = {
  RESEND_API_KEY: z.string().startsWith('re_', 'must start with re_').optional(),
  RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'must start with whsec_').optional(),
  RESEND_BASE_URL: webAddress('https://api.resend.com').optional(),
  /** The clinic's own mail server, in place of Resend. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'must look like smtp://user:password@mail.clinic.example:587' })
    .refine(isDecodable, 'must write a % in its password as %25')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, `must look like ${nobody}`)
    .default(nobody),
  /** Where the clinic is: telephone numbers are read as they are dialled there. */
  CLINIC_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two letters such as FR')
    .default('FR'),
  TWILIO_ACCOUNT_SID: z.string().startsWith('AC', 'must start with AC').optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|\d{5,6}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/,
      'must be a number such as +33199000142, a short code, or a name of at most 11 letters and digits, with a letter',
    )
    .optional(),
  TWILIO_BASE_URL: webAddress('https://api.twilio.com').default('https://api.twilio.com'),
  ...kafka,
}

/** How patients are reached. */
export const reaching = {
  /** How long a patient who cannot be reached may take to leave another address, before the desk is told. */
  ADDRESS_PATIENCE_MS: z.coerce.number().int().positive().max(hourMs, 'must be at most an hour').default(hourMs),
}

/** The settings of those who look on. Without them nobody does. */
export const observers = {
  /** What Prometheus shows to read `/api/metrics`; without it there is no such page. */
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters: try `openssl rand -hex 32`').optional(),
  /** Where traces are sent. The name is OpenTelemetry's own. */
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('http://127.0.0.1:4318').optional(),
}

type OfMessages = Exclude<keyof typeof services, keyof KafkaSettings>
type Services = { [Name in OfMessages]?: string | undefined } & KafkaSettings

/** Says what is half set, or set against something else, by its name. */
export function refuseHalfAService(given: Services, refuse: (name: string, sentence: string) => void): void {
  refuseHalfAKafka(given, refuse)
  const twilio = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const
  const set = twilio.filter((name) => given[name])
  for (const name of twilio) {
    if (set.length > 0 && !given[name]) refuse(name, `is missing, and ${set.join(' and ')} alone sends no SMS`)
  }
  if (given.RESEND_API_KEY && given.SMTP_URL)
    refuse('SMTP_URL', 'is set beside RESEND_API_KEY: mail is sent by one of them')
  const provider = given.RESEND_API_KEY ? 'RESEND_API_KEY' : 'SMTP_URL'
  if (given[provider] && given.MAIL_FROM === nobody) {
    refuse('MAIL_FROM', `must be an address of your own, since ${provider} is set: nothing can be sent as ${nobody}`)
  }
  if (given.RESEND_WEBHOOK_SECRET && !given.RESEND_API_KEY) {
    refuse('RESEND_WEBHOOK_SECRET', 'is set without RESEND_API_KEY: there is nothing that Resend could report')
  }
}

function webAddress(example: string) {
  return z.url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
}

/** Returns whether user and password can be read: both are written with escapes. */
function isDecodable(url: string): boolean {
  try {
    const { username, password } = new URL(url)
    return decodeURIComponent(username + password) !== undefined
  } catch {
    return false
  }
}
