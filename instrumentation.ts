/** Runs once, as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWatchdog } = await import('@/inngest/watchdog')
  startWatchdog()
}
