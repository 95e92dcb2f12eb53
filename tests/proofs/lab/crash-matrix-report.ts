import { writeFileSync } from 'node:fs'
import { type Judged, type Moment, moments, victims } from './round'
import { nameOf } from './scenarios'

const file = 'docs/crash-matrix.md'

/** Writes what every cell came to: a row a step, a column a moment, a mark for each thing that was killed. */
export function writeMatrix(judged: readonly Judged[]): void {
  const columns = Object.keys(moments) as Moment[]
  const steps = [...new Set(judged.map(({ scenario }) => nameOf(scenario)))]
  const mark = (step: string, moment: Moment) =>
    victims
      .map((victim) =>
        judged.find((cell) => nameOf(cell.scenario) === step && cell.moment === moment && cell.victim === victim),
      )
      .map((cell) => (cell ? (cell.violations.length === 0 ? '✓' : '✗') : '·'))
      .join(' ')
  const rows = steps.map((step) => `| ${step} | ${columns.map((moment) => mark(step, moment)).join(' | ')} |`)
  const violations = judged.reduce((sum, cell) => sum + cell.violations.length, 0)
  const lines = [
    '# The crash matrix',
    '',
    'Written by `npm run crash-matrix`: every effect step of every saga, brought to a moment, and something killed there.',
    'Each cell has three marks: the app (SIGKILL), Postgres (`immediate` stop), and the engine (SIGKILL, everything it knew',
    'wiped). ✓ means that the visit then ended as it should have without the kill, told once, with nobody asked for, and that',
    'no invariant of the database or of the outside world’s ledger was broken.',
    '',
    `**${judged.length} cells, ${violations} violations.**`,
    '',
    `| Step | ${columns.join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    'A step that touches Carnet’s own database alone has no call to be interrupted: there, _during the call_ is the moment at',
    'which it is done and not yet recorded. The way back is begun by an SMS that is refused for good. _Nobody there_: the',
    'number is wrong, the visit is kept, and the desk is asked in the end; such a call is answered at once.',
    '',
  ]
  writeFileSync(file, lines.join('\n'))
}
