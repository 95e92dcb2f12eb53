import { runGuards } from './guards'
import { close, guard, playwright, sum, vitest } from './tally'

/** All there is, in the order of what fails fastest. */
const guards = await runGuards()
const database = await vitest('db')
const matrix = await guard('crash matrix, a sample', 'tsx', 'scripts/crash-matrix.ts', '--sample')
close(sum([...guards, database, matrix, await playwright()]))
