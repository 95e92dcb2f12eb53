import { runGuards } from '@/tests/run/guards'
import { close, sum } from '@/tests/run/tally'

close(sum(await runGuards()))
