import { expect, test } from 'vitest'
import { borrowedClasses, definedTwice, namedClasses, readSheets, readUses } from './styles'

const globalSheets = readSheets('app/styles')
const modules = readSheets('components')
const uses = readUses(['app', 'components'])
const ofAllPages = new Set(globalSheets.flatMap(({ css }) => [...namedClasses(css)]))

test('a class is defined in one global sheet: what a second one adds is found by nobody', () => {
  // Print says anew what stands elsewhere: that is all it does.
  expect(definedTwice(globalSheets.filter(({ file }) => !file.endsWith('print.css')))).toEqual([])
})

test('a class that two sheets define is named', () => {
  const sheets = [
    { file: 'one.css', css: '.keys { margin: 0 } .page .row { gap: 0 }' },
    { file: 'two.css', css: '@media print { .keys:hover, .row { color: red } }' },
  ]
  expect(definedTwice(sheets)).toEqual(['.keys in one.css and two.css'])
})

test('every class of all pages that is used has a rule', () => {
  const borrowed = modules.flatMap(({ css }) => [...borrowedClasses(css)])
  expect([...uses.classes, ...borrowed].filter((name) => !ofAllPages.has(name))).toEqual([])
})

test('every class of all pages that has a rule is used', () => {
  expect([...ofAllPages].filter((name) => !uses.words.has(name))).toEqual([])
})

test('every class that a component takes from its module has a rule there', () => {
  const missing = [...uses.ofModule].flatMap(([sheet, { names }]) => {
    const named = namedClasses(modules.find(({ file }) => file === sheet)?.css ?? '')
    return [...names].filter((name) => !named.has(name)).map((name) => `${name} of ${sheet}`)
  })
  expect(missing).toEqual([])
})

test('every class of a module is used', () => {
  const unused = modules.flatMap(({ file, css }) => {
    const { names, isByVariable } = uses.ofModule.get(file) ?? { names: new Set(), isByVariable: false }
    const isUsed = (name: string) => names.has(name) || (isByVariable && uses.words.has(name))
    return [...namedClasses(css)].filter((name) => !isUsed(name)).map((name) => `${name} of ${file}`)
  })
  expect(unused).toEqual([])
})
