import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { dayMs, minuteMs } from '@/lib/domain/time'

const folders = ['app', 'components', 'lib', 'inngest', 'prisma', 'scripts', 'tests', 'e2e', 'bench', 'docs']
/** The engine is no part of the clinic, so it has a file of its own. */
const homes = ['lib/iso-now.ts', 'lib/domain/time.ts', 'inngest/engine/time.ts']
const sources = folders
  .flatMap(filesIn)
  .filter((file) => !homes.includes(file))
  .map(parse)

test('the clock is asked in one place', () => {
  expect(sources.flatMap((source) => findIn(source, asksClock))).toEqual([])
})

test('a second, a minute, an hour and a day of milliseconds are written by name', () => {
  expect(sources.flatMap((source) => findIn(source, isUnnamedTime))).toEqual([])
})

function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file))
  return all.filter((file) => /\.tsx?$/.test(file) && !/generated|node_modules/.test(file))
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
}

/** The places of a file that are so: `file:line code`. */
function findIn(source: ts.SourceFile, isSo: (node: ts.Node) => boolean): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.pos)
    if (isSo(node)) found.push(`${source.fileName}:${line + 1} ${node.parent.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function asksClock(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.getText() === 'new Date().toISOString()'
}

/** Whole minutes in milliseconds, or a thousand that turns seconds into them. */
function isUnnamedTime(node: ts.Node): boolean {
  if (!ts.isNumericLiteral(node) || isTimeout(node) || isLength(node)) return false
  const value = Number(node.text)
  if (value === 1_000) return isFactor(node)
  return value >= minuteMs && value <= 31 * dayMs && value % minuteMs === 0
}

function isFactor({ parent }: ts.Node): boolean {
  const { AsteriskToken, SlashToken } = ts.SyntaxKind
  return ts.isBinaryExpression(parent) && [AsteriskToken, SlashToken].includes(parent.operatorToken.kind)
}

/** The last argument of `test` and `beforeAll`: a named one would indent the whole test. */
function isTimeout(node: ts.Node): boolean {
  const { parent } = node
  return ts.isCallExpression(parent) && parent.arguments.length > 1 && parent.arguments.some(ts.isArrowFunction)
}

/** How often a text is repeated, and other thousandths that are no time. */
function isLength({ parent }: ts.Node): boolean {
  return (
    (ts.isCallExpression(parent) && /\.(repeat|padEnd)$/.test(parent.expression.getText())) ||
    /Math\.round\(.+ \* 1000\)|ticks|Bytes/.test(parent.getText() + parent.parent.getText())
  )
}
