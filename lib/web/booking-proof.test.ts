import { expect, test } from 'vitest'
import { newId, newSecret } from '@/lib/ids'
import { holderOf, holdIdOf, holdIn, proof, provenId } from './booking-proof'
import { form } from './fields'
import { readForm } from './form-action'

test('a request is carried out under its id and its proof: neither alone names what was booked', () => {
  const [mine, theirs] = [
    { requestId: newId(), proof: newSecret() },
    { requestId: newId(), proof: newSecret() },
  ]
  expect(provenId({ ...mine })).toBe(provenId(mine))
  const others = [
    provenId(theirs),
    provenId({ ...mine, proof: theirs.proof }),
    provenId({ ...theirs, proof: mine.proof }),
  ]
  expect(others).not.toContain(provenId(mine))
})

test('an address that names a request shows its hold, and not whose it is', () => {
  const [requestId, secret] = [newId(), newSecret()]
  expect(holdIn(requestId)).toBe(holdIdOf(requestId))
  expect(holdIn('nonsense')).toBeUndefined()
  expect([holderOf(secret), provenId({ requestId, proof: secret })]).not.toContain(holdIdOf(requestId))
})

test('what is no proof is refused before anything is looked up', () => {
  const fields = form({ proof: proof() })
  expect(readForm(fields, { proof: newSecret() })).toMatchObject({ ok: true })
  for (const sent of ['', 'x', newSecret().toUpperCase(), `${newSecret()}0`, 'é'.repeat(32)])
    expect(readForm(fields, { proof: sent })).toMatchObject({ ok: false, refusals: [{ name: 'request_invalid' }] })
})
