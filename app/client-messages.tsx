import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { channelNames } from '@/lib/domain/messages/channels'
import type en from '@/messages/en.json'

type Namespace = keyof typeof en

/** What is said by forms and by what moves, on every page; the rest is said by the server. */
const everywhere: Namespace[] = [
  'book',
  'contact',
  'hold',
  'my_visits',
  'operate',
  'page',
  'prepare',
  'refusal',
  'signin',
  'status',
  'zone',
]

/** Said in mails and files, and on the first page, which a desk never shows. */
const never: Namespace[] = [...channelNames, 'sign_in_mail', 'request_digest', 'feed', 'landing', 'head', 'page_draft']

/**
 * Gives the browser the words that scripts need: few for patients, who come once and on a phone; nearly all for a desk.
 */
export async function ClientMessages({ on, children }: { on: 'every_page' | 'desk'; children: ReactNode }) {
  const all = Object.entries(await getMessages())
  const isNeeded = (name: string) =>
    on === 'desk' ? !never.includes(name as Namespace) : everywhere.includes(name as Namespace)
  const messages = Object.fromEntries(all.filter(([name]) => isNeeded(name)))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
