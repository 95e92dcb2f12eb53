import { z } from 'zod'

const milliseconds = z.coerce.number().int().positive()

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must look like postgresql://user:password@host:5432/name' }),
  /** Everything secret is derived from it: signed links, sealed columns, sessions. */
  CARNET_SECRET: z.string().min(32, 'CARNET_SECRET must be at least 32 characters: try `openssl rand -base64 33`'),
  /** Where people reach the clinic; links in mails begin with it. */
  CARNET_URL: z.url({ error: 'CARNET_URL must be a full address such as https://clinic.example' }),
  /** `on`: the inbox is open to everybody and an admin can make services fail. */
  CARNET_DEMO: z.enum(['on', 'off']).default('off'),
  RESEND_API_KEY: z.string().startsWith('re_', 'RESEND_API_KEY must start with re_').optional(),
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Carnet <carnet@clinic.example>'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Milliseconds to wait after the 1st, 2nd, … failed attempt of a step; the last one repeats. */
  SAGA_BACKOFF_MS: z
    .string()
    .default('15000,30000,60000,120000,300000')
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.int().positive()).min(1)),
  /** How long one call of an outside service may take. */
  STEP_DEADLINE_MS: milliseconds.default(10_000),
  /** How much longer a driver's token lives than the call it makes. */
  DRIVER_GRACE_MS: milliseconds.default(10_000),
  /** A posted event that was not acknowledged is posted again after this long. */
  OUTBOX_RESEND_MS: milliseconds.default(90_000),
  /** A saga that is this late is woken by the sweep. */
  RECOVERY_AFTER_MS: milliseconds.default(120_000),
})

export type Env = z.output<typeof schema>

let parsed: Env | undefined

/** The process's settings, read once. Throws one readable sentence per setting that is wrong or missing. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** Settings from a set of variables; an empty one counts as unset, so `.env.example` works as it is. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schema.safeParse(set)
  if (result.success) return result.data
  const sentences = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`Settings are wrong:\n  ${sentences.join('\n  ')}`)
}
