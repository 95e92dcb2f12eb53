import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Sheet = { file: string; css: string }

/** Returns the style sheets in a folder and below. */
export function readSheets(folder: string): Sheet[] {
  return filesIn(folder, /\.css$/).map((file) => ({ file, css: readFileSync(file, 'utf8') }))
}

/** Returns every class that a sheet names, wherever in a selector; not those that a module says belong to all pages. */
export function namedClasses(css: string): Set<string> {
  const own = selectorsOf(css).map((selector) => selector.replaceAll(/:global\([^)]*\)/g, ''))
  return new Set(own.flatMap(classesOf))
}

/** Returns the classes of all pages that a module reaches for: those in `:global()`. */
export function borrowedClasses(css: string): Set<string> {
  const borrowed = selectorsOf(css).flatMap((selector) => [...selector.matchAll(/:global\(([^)]*)\)/g)])
  return new Set(borrowed.flatMap(([, selector = '']) => classesOf(selector)))
}

/** Returns the classes that more than one of these sheets defines by a rule of their own (`.keys {`, not `.page .keys {`). */
export function definedTwice(sheets: readonly Sheet[]): string[] {
  const homes = new Map<string, Set<string>>()
  for (const { file, css } of sheets) {
    for (const selector of selectorsOf(css)) {
      const [, name] = /^\.([\w-]+)\S*$/.exec(selector) ?? []
      if (name) homes.set(name, (homes.get(name) ?? new Set()).add(file))
    }
  }
  const twice = [...homes].filter(([, files]) => files.size > 1)
  return twice.map(([name, files]) => `.${name} in ${[...files].map((file) => path.basename(file)).join(' and ')}`)
}

type Uses = {
  /** Classes by name, as written where a class is expected. */
  classes: Set<string>
  /** Every word of every text: where a class may come from by way of a table of looks. */
  words: Set<string>
  /** Classes of modules: for each sheet those taken by name, and whether some are taken by a name worked out. */
  ofModule: Map<string, { names: Set<string>; isByVariable: boolean }>
}

/** Returns what components and pages use of the sheets. */
export function readUses(folders: readonly string[]): Uses {
  const uses: Uses = { classes: new Set(), words: new Set(), ofModule: new Map() }
  for (const file of folders.flatMap((folder) => filesIn(folder, /(?<!\.test)\.tsx?$/))) readFile(file, uses)
  return uses
}

function readFile(file: string, uses: Uses): void {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const modules = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const name = node.importClause?.name?.text
      const spec = node.moduleSpecifier.text
      if (name && spec.endsWith('.module.css')) modules.set(name, resolveSheet(file, spec))
      return
    }
    if (isText(node)) for (const word of wordsOf(node.text)) uses.words.add(word)
    if (isClassPlace(node))
      for (const text of textsOf(node.initializer)) for (const word of wordsOf(text)) uses.classes.add(word)
    const sheet = modules.get(nameOfObject(node))
    if (sheet) {
      const known = uses.ofModule.get(sheet) ?? { names: new Set(), isByVariable: false }
      if (ts.isPropertyAccessExpression(node)) known.names.add(node.name.text)
      else known.isByVariable = true
      uses.ofModule.set(sheet, known)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

type ClassPlace = (ts.JsxAttribute | ts.PropertyAssignment | ts.VariableDeclaration | ts.BindingElement) & {
  initializer: ts.Node
}

/** `className="…"`, `{ className: '…' }`, `const className = '…'` and `({ className = '…' })`. */
function isClassPlace(node: ts.Node): node is ClassPlace {
  const holds =
    ts.isJsxAttribute(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node)
  return holds && node.initializer !== undefined && /^(\w*C|c)lassName$/.test(node.name.getText())
}

/** The texts that an expression may come to; what it is compared with is none of them. */
function textsOf(node: ts.Node): string[] {
  if (isText(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap(({ expression, literal }) => [...textsOf(expression), literal.text])
    return [node.head.text, ...spans]
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return textsOf(node.right)
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node))
    return node.expression ? textsOf(node.expression) : []
  return []
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
}

function nameOfObject(node: ts.Node): string {
  const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
  return isAccess && ts.isIdentifier(node.expression) ? node.expression.text : ''
}

function resolveSheet(file: string, spec: string): string {
  return spec.startsWith('@/') ? spec.slice(2) : path.join(path.dirname(file), spec)
}

function selectorsOf(css: string): string[] {
  const bare = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/"[^"]*"/g, '""')
  const heads = [...bare.matchAll(/([^{};]+)\{/g)].map(([, head = '']) => head.trim())
  return heads
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/).map((one) => one.trim()))
}

function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name)
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function filesIn(folder: string, name: RegExp): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.relative('.', path.join(entry.parentPath, entry.name)))
}
