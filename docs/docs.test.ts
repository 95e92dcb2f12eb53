import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const prose = ['README.md', 'CONTRIBUTING.md', ...['docs', 'docs/decisions', 'docs/events'].flatMap(markdownIn)]
/** Made on a machine, not kept in the repository. */
const made = /^\.carnet|^\.env$|^\.next/

function markdownIn(folder: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** Where a text points to: its links, and what it names as a path in code marks. */
function pathsIn(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '')
  const links = [...text.matchAll(/\]\(((?:[^()\s]|\([^()]*\))+)\)/g)].map(([, to = '']) =>
    path.join(path.dirname(file), to),
  )
  const named = [...text.matchAll(/`([\w.@()[\]-]+\/[\w.@()[\]/-]*)`/g)].map(([, to = '']) => to)
  return [...links.filter((to) => !to.includes('://') && !to.includes('https:')), ...named]
}

test.each(prose)('%s names no path that does not exist', (file) => {
  const missing = pathsIn(file).filter((to) => {
    const isOfTheWeb = /^appointment\//.test(to)
    return !(isOfTheWeb || made.test(to) || existsSync(path.join(root, to)))
  })
  expect(missing).toEqual([])
})

test('the prose is there, and names many paths', () => {
  expect(prose.length).toBeGreaterThan(10)
  expect(prose.flatMap(pathsIn).length).toBeGreaterThan(80)
})
