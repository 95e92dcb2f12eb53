/** Durations of a lab, each as short as the machine allows: what takes minutes in a clinic takes seconds here. */
const durations = {
  SAGA_BACKOFF_MS: '300,600,1000',
  CIRCUIT_OPEN_MS: '500',
  STEP_DEADLINE_MS: '4000',
  DRIVER_GRACE_MS: '300',
  LATE_CALL_MS: '500',
  OUTBOX_RESEND_MS: '2500',
  RECOVERY_AFTER_MS: '1500',
  RELAY_EVERY_MS: '250',
  WATCH_EVERY_MS: '500',
  SWEEP_LATE_MS: '1000',
  ADDRESS_PATIENCE_MS: '1500',
}

/** What every process of a lab finds in its environment; our own process is given it too. */
export function labSettings(given: Record<string, string>): NodeJS.ProcessEnv {
  const settings = {
    ...durations,
    NODE_ENV: 'test',
    CARNET_DEMO: 'off',
    CARNET_SECRET: 'a secret for the lab, long enough to be one',
    LOG_LEVEL: 'warn',
    INNGEST_DEV: '0',
    MAIL_FROM: 'Carnet <carnet@lilas.example>',
    RESEND_API_KEY: 're_lab',
    TWILIO_ACCOUNT_SID: 'ACLAB',
    TWILIO_AUTH_TOKEN: 'lab',
    TWILIO_FROM: '+33999000142',
    ...given,
  }
  Object.assign(process.env, settings)
  return { ...process.env }
}
