/** The page that is kept, the script that keeps it beside the browser's tabs, and where it puts it. */
export const keptPage = '/day/kept'
export const keeperScript = '/kept-days.js'
export const keptCache = 'kept-days'

/** Returns whether this browser can keep pages: over https, or on the machine itself. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window
}

/** Returns what keeps the days in this browser, if it was asked to. */
export async function findKeeper(): Promise<ServiceWorkerRegistration | undefined> {
  return canKeep() ? navigator.serviceWorker.getRegistration(keptPage) : undefined
}

/** Keeps the days as they are now, and returns whether they were; from the first time on whenever it is said again. */
export async function keepDays(): Promise<boolean> {
  const keeper = await navigator.serviceWorker.register(keeperScript, { scope: keptPage })
  const worker = keeper.active ?? keeper.waiting ?? keeper.installing
  if (!worker) return false
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage('keep', [port2])
  })
}

/** Keeps nothing any more, and takes away what was kept. */
export async function forgetDays(): Promise<void> {
  if (!canKeep()) return
  await caches.delete(keptCache)
  await (await findKeeper())?.unregister()
}
