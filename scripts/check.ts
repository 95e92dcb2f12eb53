import { runGuards } from './guards'
import { close, sum } from './tally'

close(sum(await runGuards()))
