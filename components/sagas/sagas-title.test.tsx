import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import { SagasTitle } from './sagas-title'

test.each([
  [0, 0, 'Nobody is needed.'],
  [0, 1, '1 message needs a call'],
  [0, 3, '3 messages need a call'],
  [2, 1, '2 sagas need a person'],
])('with %i sagas that ask and %i messages that came back the page is headed %s', (attention, cameBack, title) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <SagasTitle attention={attention} cameBack={cameBack} />
    </NextIntlClientProvider>,
  )
  expect(html).toBe(`<h1>${title}</h1>`)
})

test('the front desk reads of follow-ups', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <SagasTitle attention={2} cameBack={0} isDesk />
    </NextIntlClientProvider>,
  )
  expect(html).toBe('<h1>2 follow-ups need a person</h1>')
})
