import { expect, test } from 'vitest'
import { ownPath } from './return-address'

test.each([
  ['/hours', '/hours'],
  ['/calendar?view=day&date=2026-12-01', '/calendar?view=day&date=2026-12-01'],
  ['/clinic/people/helene-vasseur?type=1#type', '/clinic/people/helene-vasseur?type=1'],
  ['/sagas?q=https%3A%2F%2Felsewhere.example', '/sagas?q=https%3A%2F%2Felsewhere.example'],
  ['/day/../hours', '/hours'],
])('%s leads back', (said, path) => expect(ownPath(said)).toBe(path))

test.each([
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  ' //elsewhere.example',
  '%2f%2felsewhere.example',
  '/%2f%2felsewhere.example',
  '/%2felsewhere.example',
  '/%5celsewhere.example',
  '/%252felsewhere.example',
  '/hours/%00',
  '/hours//elsewhere.example',
  '/.//elsewhere.example',
  '/%ED%A0%80',
  'https://elsewhere.example',
  'javascript:alert(1)',
  'hours',
  '',
  `/${'x'.repeat(1_000)}`,
  undefined,
  null,
  ['/hours'],
])('%s leads nowhere', (said) => expect(ownPath(said)).toBeUndefined())
