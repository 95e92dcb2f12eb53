// Keeps one page, the next days of the clinic, for when Carnet does not answer: see components/calendar/kept.
const page = '/day/kept'
const cacheName = 'kept-days'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  const [port] = event.ports
  event.waitUntil(
    keep().then(
      (isKept) => port?.postMessage(isKept),
      () => port?.postMessage(false),
    ),
  )
})
self.addEventListener('fetch', (event) => {
  const { mode, destination, url } = event.request
  if (mode === 'navigate' && new URL(url).pathname === page) event.respondWith(orKept(event.request))
  else if (destination === 'style' || destination === 'font') event.respondWith(keptFirst(event.request))
})

/** Keeps the page as it is now with what it looks like, and returns whether it was. Who is signed out keeps nothing. */
async function keep() {
  const answer = await fetch(page, { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' })
  if (answer.type === 'opaqueredirect' || answer.status === 404) {
    await caches.delete(cacheName)
    return false
  }
  if (!answer.ok) return false
  const html = await answer.clone().text()
  const sheets = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href]) => href)
  const cache = await caches.open(cacheName)
  await Promise.all(sheets.map(async (href) => (await cache.match(href)) ?? cache.add(href)))
  await cache.put(page, answer)
  return true
}

/** The page as the clinic has it; where nobody answers, or only that something is broken, as it was kept. */
async function orKept(request) {
  const answer = await fetch(request).catch(() => undefined)
  if (answer && answer.status < 500) return answer
  const cache = await caches.open(cacheName)
  const kept = await cache.match(page)
  if (!kept) return answer ?? Response.error()
  const html = (await kept.text()).replace('data-kept="no"', 'data-kept="yes"')
  return new Response(html, { headers: kept.headers })
}

async function keptFirst(request) {
  const cache = await caches.open(cacheName)
  return (await cache.match(request)) ?? fetch(request)
}
