import { z } from 'zod'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { observers, reaching, refuseHalfAService, services } from './env-services'
import { homeAddress } from './home-address'
import { chooseInngest, type InngestSettings } from './inngest-server'
import { actionKey, demo, host, isLoopback, openToOthers, secret, sourceHeader } from './of-the-clinic'

const milliseconds = z.coerce.number().int().positive()
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'DATABASE_URL must look like postgresql://user:password@host:5432/name',
})
const inngest = {
  INNGEST_DEV: z.string().optional(),
  INNGEST_BASE_URL: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  /** Where Inngest reaches the app, when that is not where people do. */
  INNGEST_SERVE_ORIGIN: homeAddress('INNGEST_SERVE_ORIGIN').optional(),
}

const settings = z.object({
  ...services,
  ...reaching,
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: databaseUrl,
  /** Everything secret is derived from it: signed links, sealed columns, sessions. */
  CARNET_SECRET: secret,
  /** Where people reach the clinic; links in mails begin with it. */
  CARNET_URL: homeAddress('CARNET_URL'),
  /** `on`: the inbox is open to everybody and an admin can make services fail. */
  CARNET_DEMO: demo.default('off'),
  /** The header in which the proxy in front says who calls; without one nobody's address is known. */
  SOURCE_HEADER: sourceHeader,
  ...inngest,
  ...observers,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Milliseconds to wait after the 1st, 2nd, … failed attempt of a step; the last one repeats. */
  SAGA_BACKOFF_MS: z
    .string()
    .default('15000,30000,60000,120000,300000')
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.int().positive()).min(1)),
  /** How long a service that fails again and again is left alone. */
  CIRCUIT_OPEN_MS: milliseconds.default(30_000),
  /** How long sagas wait for a doctor's own calendar that fails; then they go on, and it is put right when it is back. */
  OWN_CALENDAR_PATIENCE_MS: milliseconds.max(12 * hourMs, 'must be at most 12 hours').default(10 * minuteMs),
  /** How long one call of an outside service may take. */
  STEP_DEADLINE_MS: milliseconds.default(10_000),
  /** How much longer a driver's token lives than the call it makes. */
  DRIVER_GRACE_MS: milliseconds.default(10_000),
  /**
   * How long after its deadline a call may still arrive at an outside service: what was undone is undone again then.
   */
  LATE_CALL_MS: milliseconds.default(minuteMs),
  /** A posted event that was not acknowledged is posted again after this long. */
  OUTBOX_RESEND_MS: milliseconds.default(90_000),
  /** A saga that is this late is woken by the sweep. */
  RECOVERY_AFTER_MS: milliseconds.default(2 * minuteMs),
  /** How often the app posts what the outbox still holds. */
  RELAY_EVERY_MS: milliseconds.default(10_000),
  /** How often the app streams to Kafka what was recorded. */
  STREAM_EVERY_MS: milliseconds.default(2_000),
  /** How often the app looks whether the sweep has run, and after how long without one it sweeps itself. */
  WATCH_EVERY_MS: milliseconds.default(minuteMs),
  SWEEP_LATE_MS: milliseconds.default(3 * minuteMs),
  /** How long a press on a desk page can be taken back before it is sent; and calling off many visits, before any is told. */
  UNDO_MS: milliseconds.max(minuteMs).default(8_000),
  CLOSURE_UNDO_MS: milliseconds.max(10 * minuteMs).default(30_000),
  /** For tests: an address that is told of each point of a step that is reached, and answers when to go on. */
  CARNET_FAILPOINTS: z.url().optional(),
})

const schema = settings.superRefine((values, context) => {
  refuseHalfAService(values, (name, sentence) => refuse(context, name, sentence))
  if (values.NODE_ENV !== 'production') return
  if (values.CARNET_FAILPOINTS) refuse(context, 'CARNET_FAILPOINTS', 'must not be set in production')
  refuseHalfAnInngest(values, context)
})

export type Env = z.output<typeof schema>

/** What `npm start` may be told. Everything has an answer when nothing is set. */
const startSettings = z.object({
  PORT: z.coerce.number({ error: 'PORT must be a number' }).int().min(1).max(65_535).default(3000),
  HOST: host.default('127.0.0.1'),
  /** Where the database, the secret and the logs are kept. */
  CARNET_DIR: z.string().default('.carnet'),
  DATABASE_URL: databaseUrl.optional(),
  CARNET_SECRET: secret.optional(),
  /** What Next names and seals server actions by, in every build and instance. The name is Next's own. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey.optional(),
  CARNET_URL: homeAddress('CARNET_URL').optional(),
  /** `on` where nothing is said, as long as nobody else can reach the clinic. */
  CARNET_DEMO: demo.optional(),
  SOURCE_HEADER: sourceHeader,
  ...observers,
  ...inngest,
  ...services,
})

const startSchema = startSettings
  .superRefine(({ HOST, CARNET_DEMO }, context) => {
    if (CARNET_DEMO === undefined && !isLoopback(HOST)) refuse(context, 'CARNET_DEMO', openToOthers)
  })
  .transform(({ CARNET_DEMO = 'on' as const, ...values }) => ({ ...values, CARNET_DEMO }))
  .superRefine((values, context) => {
    refuseHalfAService(values, (name, sentence) => refuse(context, name, sentence))
    refuseHalfAnInngest(values, context)
  })

export type StartEnv = z.output<typeof startSchema>

/** The embedded engine reads the variables that tell the app's SDK where it is. */
const engineSchema = z.object({
  DATABASE_URL: databaseUrl,
  INNGEST_BASE_URL: z.url(),
  INNGEST_SIGNING_KEY: z.string(),
  INNGEST_EVENT_KEY: z.string(),
  INNGEST_SERVE_ORIGIN: z.url(),
  /**
   * How long a failed call waits, instead of Inngest's growing table: what `inngest --retry-interval` says in seconds.
   */
  ENGINE_RETRY_INTERVAL_MS: milliseconds.optional(),
  /** For how many days ended runs can be looked at. */
  ENGINE_RETENTION_DAYS: z.coerce.number().int().positive().default(7),
})

export type EngineEnv = z.output<typeof engineSchema>

/** Every variable that is read, for the test that holds `.env.example` to it. */
export const settingNames = Object.keys({ ...settings.shape, ...startSettings.shape, ...engineSchema.shape })

type Variables = Record<string, string | undefined>

/**
 * Makes the environment a plain object. Node's own asks the system for each variable that is read, and Inngest's SDK
 * reads all of them several times a step: a tenth of what it spends.
 */
export function makeEnvironmentPlain(): void {
  process.env = { ...process.env }
}

let parsed: Env | undefined

/** Returns the process's settings, read once. Throws one readable sentence per setting that is wrong or missing. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** Returns the address in MAIL_FROM, without its name. */
export function senderAddress(): string {
  const { MAIL_FROM } = env()
  return /<(.+)>$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM
}

/** Settings from a set of variables; an empty one counts as unset, so `.env.example` works as it is. */
export function parseEnv(variables: Variables): Env {
  return parse(schema, variables)
}

/** Returns what the person who starts Carnet has set. Throws one readable sentence per setting that is wrong. */
export function startEnv(variables: Variables = process.env): StartEnv {
  return parse(startSchema, variables)
}

/** Returns what the engine's process was given. Throws one readable sentence per setting that is wrong or missing. */
export function engineEnv(): EngineEnv {
  return parse(engineSchema, process.env)
}

/**
 * What a child process finds: our own variables without the empty ones, and `given` on top. A setting of ours that was
 * emptied stays there, empty: from one that is absent Next would read what `.env` says after all.
 */
export function childEnv(given: Variables): NodeJS.ProcessEnv {
  const emptied = settingNames.filter((name) => process.env[name] === '').map((name) => [name, ''])
  return { ...withoutEmpty(process.env), ...Object.fromEntries(emptied), ...given } as NodeJS.ProcessEnv
}

function refuseHalfAnInngest(given: InngestSettings, context: z.RefinementCtx): void {
  const choice = chooseInngest(given)
  if ('wrong' in choice) refuse(context, choice.wrong.name, choice.wrong.sentence)
}

function refuse(context: z.RefinementCtx, name: string, message: string): void {
  context.addIssue({ code: 'custom', path: [name], message })
}

function parse<Schema extends z.ZodType>(wanted: Schema, variables: Variables): z.output<Schema> {
  const result = wanted.safeParse(withoutEmpty(variables))
  if (result.success) return result.data
  const sentences = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`Settings are wrong:\n  ${sentences.join('\n  ')}`)
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
}
