import { runGuards } from './guards'
import { close, playwright, sum, vitest } from './tally'

/** All there is, in the order of what fails fastest. */
const guards = await runGuards()
close(sum([...guards, await vitest('db'), await playwright()]))
