import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import { EventStreamLine, type ShownStream } from './event-stream-line'

const well: ShownStream = { behind: 0, isMore: false, since: null, failingSince: null, failure: null }
const at = '2026-11-24T10:42:00.000Z'
const away = { ...well, failingSince: at, behind: 3, since: at }

function html(stream: ShownStream | null): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <EventStreamLine stream={stream} />
    </NextIntlClientProvider>,
  )
}

/** What an admin reads. */
function words(stream: ShownStream | null): string {
  return html(stream)
    .replaceAll(/<[^>]*>/g, '')
    .replace('Event stream', '')
}

test.each<[ShownStream | null, RegExp]>([
  [null, /^Off: no Kafka is set/],
  [well, /^On: every event has arrived\.$/],
  [{ ...well, behind: 1, since: at }, /^On, 1 event behind since .*10:42\.$/],
  [{ ...well, behind: 1_000, isMore: true, since: at }, /^On, 1,000\+ events behind since .*10:42\.$/],
  [{ ...away, failure: 'no_answer' }, /^Broker away since .*10:42; bookings go on\. 3 events wait\.$/],
  [{ ...away, failure: 'TOPIC_AUTHORIZATION_FAILED' }, /^Broker refuses since .*10:42: TOPIC_AUTHORIZATION_FAILED\./],
  [
    { ...away, behind: 0, since: null, failure: 'restored' },
    /^Stands still since .*10:42: the database comes from a dump/,
  ],
])('of %o an admin reads %s', (stream, sentence) => {
  expect(words(stream)).toMatch(sentence)
})

test('what drains by itself waits; only what a person must mend is broken', () => {
  expect(html({ ...well, behind: 3, since: at })).toContain('state waiting')
  expect(html({ ...away, failure: 'restored' })).toContain('state failed')
})
