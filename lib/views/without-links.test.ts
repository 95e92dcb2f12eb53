import { expect, test } from 'vitest'
import { visitPath } from './visit-path'
import { withoutLinks } from './without-links'

test('nothing of a link is left that would open a visit’s page, and all else is', () => {
  const path = visitPath('7KQ2M9XD01ABCDEFGHJKNPRSTV')
  expect(withoutLinks(`Your visit:\nhttps://clinic.example${path}\nSee you`)).toBe(
    'Your visit:\nhttps://clinic.example/v/…\nSee you',
  )
  expect(withoutLinks(`<a href="${path}">1</a><a href="${path}">2</a>`)).toBe(
    '<a href="/v/…">1</a><a href="/v/…">2</a>',
  )
})
