import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What the code says and asks to be said, read from its syntax. */
export type Wording = {
  /** Keys that are asked for: a whole key, or a pattern where part of it is made up at run time. */
  asked: RegExp[]
  /** Words a person would read that stand in the code itself: `file: words`. */
  hardCoded: string[]
}

const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'description'])
/** The name of the product, and one letter, are no words to translate. */
const isWords = (text: string) => /\p{L}{2}/u.test(text.replaceAll(/\bCarnet\b|iCalendar|FR|EN/g, ''))

/** Reads every page, component and mail. */
export function readWording(): Wording {
  const files = ['app', 'components', 'lib', 'inngest'].flatMap(filesIn)
  const all = files.map((file) => read(file))
  return { asked: all.flatMap(({ asked }) => asked), hardCoded: all.flatMap(({ hardCoded }) => hardCoded) }
}

function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file))
  return all.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|generated/.test(file))
}

function read(file: string): Wording {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const namespaces = namespacesOf(source)
  const wording: Wording = { asked: [], hardCoded: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) wording.asked.push(...askedBy(node, namespaces))
    if (ts.isJsxText(node) && isWords(node.text)) wording.hardCoded.push(`${file}: ${node.text.trim()}`)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      const { initializer } = node
      if (initializer && ts.isStringLiteral(initializer) && isWords(initializer.text))
        wording.hardCoded.push(`${file}: ${initializer.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return wording
}

/**
 * Which name stands for which namespace: `const t = useTranslations('book')`, also when several are awaited at once.
 */
function namespacesOf(source: ts.SourceFile): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (name: ts.Node, made: ts.Node | undefined) => {
    const call = made && translatorIn(made)
    if (!call) return
    const [argument] = call.arguments
    const prefix = argument && ts.isStringLiteral(argument) ? `${argument.text}.` : ''
    found.set(name.getText(), [...(found.get(name.getText()) ?? []), prefix])
  }
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      if (ts.isArrayBindingPattern(node.name)) {
        const list = node.initializer && arrayIn(node.initializer)
        node.name.elements.forEach((element, index) => {
          if (ts.isBindingElement(element)) add(element.name, list?.elements[index])
        })
      } else add(node.name, node.initializer)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const makers = new Set(['useTranslations', 'getTranslations', 'createTranslator'])

function translatorIn(node: ts.Node): ts.CallExpression | undefined {
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return translatorIn(node.expression)
  return ts.isCallExpression(node) && makers.has(node.expression.getText()) ? node : undefined
}

function arrayIn(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  if (ts.isArrayLiteralExpression(node)) return node
  let found: ts.ArrayLiteralExpression | undefined
  ts.forEachChild(node, (child) => {
    found ??= arrayIn(child)
  })
  return found
}

/**
 * `t('free')`, `t.rich('left', …)`, `(await getTranslations('book'))('submit')`; a name nobody knows may be any
 * namespace.
 */
function askedBy(call: ts.CallExpression, namespaces: Map<string, string[]>): RegExp[] {
  const { expression } = call
  const callee =
    ts.isPropertyAccessExpression(expression) && expression.name.text === 'rich' ? expression.expression : expression
  const made = translatorIn(callee)
  const [namespace] = made?.arguments ?? []
  const own = namespace && ts.isStringLiteral(namespace) ? [`${namespace.text}.`] : undefined
  const prefixes = own ?? namespaces.get(callee.getText()) ?? (/^t[a-z]?$/.test(callee.getText()) ? ['.*'] : [])
  const [key] = call.arguments
  if (!key || prefixes.length === 0) return []
  const patterns = prefixes.flatMap((prefix) => patternsOf(key).map((pattern) => prefix + pattern))
  // What could be any key at all says nothing of any.
  return patterns
    .filter((pattern) => pattern !== '.+' && pattern !== '.*.+')
    .map((pattern) => new RegExp(`^${pattern}$`))
}

/** The keys an expression can stand for, as patterns. */
function patternsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text.replaceAll('.', '\\.')]
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return patternsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...patternsOf(node.whenTrue), ...patternsOf(node.whenFalse)]
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(({ literal }) => literal.text.replaceAll('.', '\\.'))
    return [`${node.head.text.replaceAll('.', '\\.')}.+${parts.join('.+')}`]
  }
  return ['.+']
}
