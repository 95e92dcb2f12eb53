import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '@/messages/en.json'
import { SlotPart } from './slot-part'

const day = '2026-12-01'
const slot = (minutes: number) => {
  const startsAt = `${day}T08:${String(minutes).padStart(2, '0')}:00Z`
  return { doctorId: '', startsAt, endsAt: startsAt }
}
const slots = (count: number) => Array.from({ length: count }, (_, index) => slot(index))

/** What is said, and how many hours stand before and behind the number of the others. */
function shown(given: Partial<ComponentProps<typeof SlotPart>>) {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Europe/Paris" messages={messages}>
      <SlotPart
        part="morning"
        day={day}
        now="2026-11-30T08:00:00Z"
        slots={[]}
        isClosed={false}
        hour={({ startsAt }) => <i key={startsAt}>hour</i>}
        present={undefined}
        chosen={undefined}
        {...given}
      />
    </NextIntlClientProvider>,
  )
  const [before = '', behind = ''] = html.split('<details')
  const hours = (part: string) => part.split('<i>').length - 1
  const words = html
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('hour', '')
  return {
    words: words.replaceAll(/\s+/g, ' ').trim(),
    hours: [hours(before), hours(behind)],
    isOpen: /^[^>]*open/.test(behind),
  }
}

test('six hours stand beside each other and the others are counted, but for one, which is shown', () => {
  expect(shown({ slots: slots(6) })).toMatchObject({ words: 'Morning', hours: [6, 0] })
  expect(shown({ slots: slots(7) })).toMatchObject({ words: 'Morning', hours: [7, 0] })
  expect(shown({ slots: slots(8) })).toMatchObject({ words: 'Morning 2 more', hours: [6, 2], isOpen: false })
})

test('the hour whose form is open is in sight', () => {
  expect(shown({ slots: slots(9), chosen: slot(2).startsAt }).isOpen).toBe(false)
  expect(shown({ slots: slots(9), chosen: slot(8).startsAt }).isOpen).toBe(true)
})

test('the hour that a visit has stands among the free ones, and counts', () => {
  expect(shown({ slots: slots(2), present: slot(30).startsAt }).words).toMatch(/^Morning 09:30 /)
  expect(shown({ slots: slots(7), present: slot(30).startsAt })).toMatchObject({ hours: [6, 1] })
})

test('closed is not full, and what is over is neither', () => {
  expect(shown({}).words).toBe('Morning full')
  expect(shown({ isClosed: true }).words).toBe('Morning closed')
  expect(shown({ isClosed: true, now: '2026-12-01T13:00:00Z' }).words).toBe('Morning over')
})
