import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { clockOfPostgres } from './clock-of-postgres'

/** Files in whose text Postgres may be asked for the time, with why. */
const mayAsk: Record<string, string> = {
  'scripts/launch/postgres/migrate.ts':
    'the default is part of the table as Prisma’s own command line makes and uses it',
  'tests/house/clock-of-postgres.ts': 'the words that are looked for',
  'tests/house/clock-of-postgres.test.ts': 'their examples',
}

const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  '*.ts',
  '*.tsx',
  '*.prisma',
])
  .toString()
  .split('\n')
  .filter((file) => existsSync(file))

test('no statement asks Postgres what time it is: instants are parameters, so that one clock holds for every process', () => {
  const asking = files.filter((file) => !mayAsk[file] && asksPostgres(file, readFileSync(file, 'utf8')))
  expect(asking).toEqual([])
})

test.each([
  'sql`delete from lease where until < now()`',
  `sql\`update lease set until = \${at}, noted = CURRENT_TIMESTAMP\``,
  `query("select clock_timestamp()")`,
  `query('select where day < current_date')`,
  `query("select 'today'::date")`,
])('%s asks Postgres', (text) => expect(asksPostgres('example.ts', text)).toBe(true))

test.each([
  'listDue(db, now())',
  `sql\`update lease set until = \${now()}\``,
  `sql\`select \${Date.now()}\``,
  '// not now()',
])('%s does not', (text) => expect(asksPostgres('example.ts', text)).toBe(false))

test('a default in Prisma’s schema asks Postgres, too', () => {
  expect(asksPostgres('schema.prisma', 'createdAt DateTime @default(now())')).toBe(true)
})

/** Whether a text that stands in quotes does: what is called `now()` outside of them is our own. */
function asksPostgres(file: string, text: string): boolean {
  if (!clockOfPostgres.test(text)) return false
  if (file.endsWith('.prisma')) return true
  const quoted: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) quoted.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return quoted.some((part) => clockOfPostgres.test(part))
}
