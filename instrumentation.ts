/** Runs once, as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ startWatchdog }, { hangUpWhenEnding }, { startTracing }] = await Promise.all([
    import('@/inngest/watchdog'),
    import('@/lib/ending'),
    import('./lib/telemetry/start-tracing'),
  ])
  hangUpWhenEnding()
  await startTracing()
  startWatchdog()
}
