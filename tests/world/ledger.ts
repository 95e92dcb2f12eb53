import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LedgerEntry, ServiceCall } from './ledger-entry'

/** An entry that has no number yet. */
type NewEntry = ServiceCall & Omit<LedgerEntry, keyof ServiceCall | 'position'>

export type Ledger = { entries: readonly LedgerEntry[]; append: (entry: NewEntry) => void }

/**
 * Everything that happened, one JSON line each, only ever added to. The world remembers nothing else, so one that is
 * started again on the same file has forgotten nothing.
 */
export function openLedger(file: string): Ledger {
  mkdirSync(path.dirname(file), { recursive: true })
  const entries: LedgerEntry[] = existsSync(file) ? readLines(file) : []
  return {
    entries,
    append(entry) {
      const numbered = { position: entries.length + 1, ...entry }
      appendFileSync(file, `${JSON.stringify(numbered)}\n`)
      entries.push(numbered)
    },
  }
}

function readLines(file: string): LedgerEntry[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}
