import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const filesMax = 30
const linesMax = 200

/** Folders that hold more, with what makes it one subject all the same. A folder of two subjects is to be two. */
const fullFolders: Record<string, string> = {
  'docs/decisions': 'every decision, each a page, in the order in which they were made',
  'docs/events': 'every type of event, each a schema, as consumers find it by its name',
  e2e: 'what people can do, an area of pages a file, with the few helpers that all of them share',
}

/** Files that are longer, with why they are not two. */
const longFiles: Record<string, string> = {
  'app/styles/tokens.css': 'every colour stands twice, for light and for dark',
  'app/styles/controls.css': 'what is pressed and filled in on all pages: a class has one home',
  'app/styles/paper.css': 'what things lie on, on all pages: a class has one home',
  'prisma/schema.prisma': 'Prisma reads the tables of the clinic as one table of data',
  'prisma/migrations/20261122000000_first/migration.sql': 'a migration that was applied is not touched again',
  'inngest/run-saga.db.test.ts': 'the examples of one runner',
  'inngest/engine/waiting.db.test.ts': 'the examples of one way to wait',
  'inngest/engine/steps.db.test.ts': 'the examples of one step',
  'inngest/engine/failing.db.test.ts': 'the examples of one table: how often what is tried again',
  'lib/views/verdict.test.ts': 'the examples of one sentence',
  'lib/measures/scrape.db.test.ts': 'the examples of one answer',
  'lib/domain/appointment/attendance.test.ts': 'the examples of one fact after another on one visit',
  'lib/domain/appointment/appointment.test.ts': 'the examples of one decision after another on one visit',
  'lib/adapters/calendar/caldav.test.ts': 'the examples of one adapter',
  'lib/adapters/calendar/caldav-contract.test.ts': 'the examples of one contract, on each server',
  'lib/adapters/calendar/caldav-discovery.test.ts': 'the examples of one search',
  'e2e/request-visit.spec.ts': 'one way a visit is asked for after another',
  'e2e/calendar.spec.ts': 'one act on one page after another',
}

const sources = /\.(tsx?|mjs|css|sql|prisma|c)$/
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => existsSync(file))

test(`a folder holds at most ${filesMax} files, or says why it is one subject all the same`, () => {
  const folders = files.map((file) => path.dirname(file))
  const isFull = (folder: string) => folders.filter((name) => name === folder).length > filesMax
  expect([...new Set(folders)].filter((folder) => isFull(folder) && !fullFolders[folder])).toEqual([])
})

test(`a file of source has at most ${linesMax} lines, or says why it is not two`, () => {
  const lineCount = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
  const long = files.filter((file) => sources.test(file) && lineCount(file) > linesMax)
  expect(long.filter((file) => !longFiles[file])).toEqual([])
})
