import { expect, test } from 'vitest'
import { otherSettings, sentence, tooOld } from './check-database'

const url = 'postgresql://amina:secret-word@db.example:6543/clinic'

test('a server older than Postgres 14 is named with its version, and a newer one is not spoken of', () => {
  expect(tooOld(130_021)).toMatch(/^DATABASE_URL names a Postgres 13 server, and Carnet needs 14 or newer\. /)
  expect(tooOld(90_624)).toContain('Postgres 9 server')
  expect(tooOld(140_000)).toBeUndefined()
  expect(tooOld(180_004)).toBeUndefined()
})

test('a pooler that swallows what our sessions ask for is told by what they have instead', () => {
  const said = otherSettings([{ name: 'TimeZone', setting: 'Europe/Rome' }])
  expect(said).toMatch(/^DATABASE_URL: .*\(TimeZone = Europe\/Rome\)\. Connect past the pooler/)
})

test.each([
  ['ECONNREFUSED', '', 'does not answer as a Postgres'],
  [undefined, 'timeout expired', 'does not answer as a Postgres'],
  ['28P01', '', 'refuses the password of "amina"'],
  [undefined, 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'refuses the password'],
  ['28000', 'role "amina" does not exist', 'does not let "amina" in (role "amina" does not exist)'],
  ['3D000', '', 'has no database "clinic"'],
  ['0A000', 'extension "btree_gist" is not available', 'lacks the extension btree_gist'],
  ['42501', 'permission denied', 'does not let "amina" set up "clinic" (permission denied)'],
  ['42704', 'collation "und-x-icu" for encoding "UTF8" does not exist', 'built with ICU'],
  ['25006', '', 'only reads'],
  ['53300', 'sorry, too many clients already', 'answers "sorry, too many clients already"'],
  [undefined, 'The server does not support SSL connections', 'Correct sslmode'],
])('an error %s %s becomes one sentence that names the variable, and never the password', (code, message, part) => {
  const said = sentence(Object.assign(new Error(message), { code }), url)
  expect(said).toMatch(/^DATABASE_URL: the server at db\.example:6543 /)
  expect(said).toContain(part)
  expect(said).not.toContain('\n')
  expect(said).not.toContain('secret-word')
})
