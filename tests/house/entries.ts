import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What can be reached from outside: a page, an action or a route. */
export type Entry = {
  kind: 'page' | 'action' | 'route'
  file: string
  /** The page's or route's address, or the action's name. */
  name: string
  /** The names under which it asks who comes, before it does anything else; none when it does not. */
  asks: string[]
}

const gates = new Set(['requirePage', 'mayPress', 'mayCall', 'secretOf'])
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Returns every page, action and route that is found in the folders, with what each asks. */
export function readEntries(): Entry[] {
  const sources = ['app', 'components', 'lib', 'inngest'].flatMap(filesIn).map(parse)
  const helpers = new Map(sources.filter((source) => kindsOf(source).length === 0).flatMap(helpersIn))
  return sources.flatMap((source) =>
    kindsOf(source).flatMap((kind) =>
      entriesOf(source, kind).map(({ name, declaration }) => {
        const asks = declaration ? asksOf(declaration, helpers) : []
        return { kind, file: source.fileName, name, asks: Array.isArray(asks) ? asks : [] }
      }),
    ),
  )
}

function filesIn(room: string): string[] {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => path.join(room, file))
  return files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|generated/.test(file))
}

function parse(file: string): ts.SourceFile {
  const text = readFileSync(file, 'utf8')
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
}

function kindsOf({ fileName, text }: ts.SourceFile): Entry['kind'][] {
  const isAction = /^\s*['"]use server['"]/m.test(text)
  const [, name] = /\/(page|route)\.tsx?$/.exec(fileName) ?? []
  return [...(name ? [name as 'page' | 'route'] : []), ...(isAction ? ['action' as const] : [])]
}

type Exported = { name: string; declaration: ts.FunctionDeclaration | undefined }

function entriesOf(source: ts.SourceFile, kind: Entry['kind']): Exported[] {
  const functions = source.statements.filter((node) => ts.isFunctionDeclaration(node)).filter(isExported)
  const address = addressOf(source.fileName)
  if (kind === 'page') {
    return [{ name: address, declaration: functions.find((node) => has(node, ts.SyntaxKind.DefaultKeyword)) }]
  }
  if (kind === 'route') {
    const handlers = functions.filter(({ name }) => methods.has(name?.text ?? ''))
    return handlers.length > 0
      ? handlers.map((declaration) => ({ name: address, declaration }))
      : [{ name: address, declaration: undefined }]
  }
  // One that is no function of its own, or stands in the middle of a file, would be one that nobody sees here.
  const others = source.statements.filter((node) => ts.isVariableStatement(node) && isExported(node))
  const isOwnFile = source.text.startsWith("'use server'")
  return [
    ...functions.map((declaration) => ({ name: declaration.name?.text ?? 'default', declaration })),
    ...(isOwnFile ? others : [source]).map((node) => ({ name: node.getText().slice(0, 40), declaration: undefined })),
  ]
}

function addressOf(file: string): string {
  const parts = path.dirname(file).split('/').slice(1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** What a function asks first; `first argument` when it asks under the name it is given. */
type Asks = string[] | 'first argument'

/** Functions that ask for those who call them, such as one for several pages about the same visit. */
function helpersIn(source: ts.SourceFile): [string, Asks][] {
  return source.statements
    .filter((node) => ts.isFunctionDeclaration(node))
    .filter((node) => isExported(node) && !gates.has(node.name?.text ?? ''))
    .flatMap((node): [string, Asks][] => {
      const asks = asksOf(node, new Map())
      return asks.length > 0 ? [[node.name?.text ?? '', asks]] : []
    })
}

/**
 * Follows a function in the order in which it runs, up to the first thing that it waits for or hands on; that must be a
 * question who comes. What only prepares the question, such as reading a field of the form, may stand before it.
 */
function asksOf(declaration: ts.FunctionDeclaration, helpers: Map<string, Asks>): Asks {
  let asks: Asks | undefined
  const visit = (node: ts.Node): void => {
    if (asks || ts.isFunctionLike(node)) return
    if (!ts.isCallExpression(node)) {
      ts.forEachChild(node, visit)
      return
    }
    const name = node.expression.getText()
    const isWaited = ts.isAwaitExpression(node.parent) || ts.isReturnStatement(node.parent)
    const known = gates.has(name) ? 'first argument' : helpers.get(name)
    if (known && (isWaited || name === 'secretOf')) {
      asks = known === 'first argument' ? argumentOf(node, declaration) : known
      return
    }
    ts.forEachChild(node, visit)
    if (isWaited) asks ??= []
  }
  if (declaration.body) visit(declaration.body)
  return asks ?? []
}

function argumentOf(call: ts.CallExpression, { parameters }: ts.FunctionDeclaration): Asks {
  const [argument] = call.arguments
  if (argument && argument.getText() === parameters[0]?.name.getText()) return 'first argument'
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isConditionalExpression(node)) for (const branch of [node.whenTrue, node.whenFalse]) visit(branch)
    if (ts.isStringLiteral(node)) texts.push(node.text)
  }
  if (argument) visit(argument)
  return texts
}

function isExported(node: ts.HasModifiers): boolean {
  return has(node, ts.SyntaxKind.ExportKeyword)
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false
}
