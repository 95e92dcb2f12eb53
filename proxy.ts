import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/settings/env'
import { knowsAction } from '@/lib/web/known-actions'
import { placeHeader } from '@/lib/web/return-address'
import { isOpen } from '@/lib/web/set-up/is-open'
import { readUntaken, untakenHeader } from '@/lib/web/untaken/untaken'

/**
 * Gives every page a content security policy with a fresh nonce: only scripts that Next wrote into this page run. Tells
 * it also where it is, and of a form that nothing here takes: Next would answer with a line of text, so the page is
 * shown again in place of it, with what was typed.
 */
export async function proxy(request: NextRequest) {
  if (!isReadable(request.url)) return NextResponse.rewrite(new URL('/no-such-page', request.url))
  if (isForged(request)) return new NextResponse(null, { status: 403 })
  if (!(await mayEnter(request))) return notOpen(request)
  const nonce = btoa(crypto.randomUUID())
  const isDevelopment = process.env.NODE_ENV === 'development'
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `worker-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  headers.set(placeHeader, request.nextUrl.pathname + request.nextUrl.search)
  headers.delete(untakenHeader)
  const back = await untakenIn(request)
  if (back) {
    headers.set(untakenHeader, encodeURIComponent(JSON.stringify(back)))
    headers.set('Content-Type', 'text/plain')
  }
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (env().CARNET_URL.startsWith('https:')) response.headers.set('Strict-Transport-Security', `max-age=${halfAYearS}`)
  return response
}

/** How long a browser asks for this clinic by https alone, in seconds. */
const halfAYearS = 15_552_000

/** Whether a form comes from a page that is not ours: a browser says so itself, and no page can make it say otherwise. */
function isForged({ method, headers }: NextRequest): boolean {
  return method === 'POST' && /^(cross|same)-site$/.test(headers.get('sec-fetch-site') ?? '')
}

/** Before the clinic is open there is the set-up, and nothing else. A database that does not answer is for the page to say. */
async function mayEnter({ nextUrl }: NextRequest): Promise<boolean> {
  if (/^\/(setup|not-open)(\/|$)/.test(nextUrl.pathname)) return true
  return isOpen().catch(() => true)
}

/** The page that says so, with a status of its own, which a rewritten request cannot be given: asked for as any other. */
async function notOpen({ url, headers }: NextRequest): Promise<NextResponse> {
  const asked = Object.fromEntries(
    ['accept-language', 'cookie'].flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const page = await fetch(new URL('/not-open', url), { headers: asked })
  const kept = ['content-type', 'content-security-policy'].map((name) => [name, page.headers.get(name) ?? ''])
  return new NextResponse(await page.text(), {
    status: 503,
    headers: { ...Object.fromEntries(kept), 'Retry-After': '300', 'Cache-Control': 'no-store' },
  })
}

/** As much as Next takes of a form. */
const formMax = 1024 ** 2

/** A form that is sent without a script, and by no action of this build. */
async function untakenIn(request: NextRequest) {
  const { method, headers } = request
  if (method !== 'POST' || headers.has('next-action')) return undefined
  if (!headers.get('content-type')?.startsWith('multipart/form-data')) return undefined
  if (!(Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= formMax)) return undefined
  const sent = await request.formData().catch(() => undefined)
  return sent && readUntaken(sent, knowsAction)
}

/** Whether an address is text. NUL is none to Postgres, which keeps every other character. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

export const config = {
  // What is fetched ahead, too: a document that came without its policy would be shown without one.
  matcher: '/((?!api|_next/static|_next/image|favicon.ico).*)',
}
