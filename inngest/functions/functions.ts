import { alignCalendars } from './align-calendars'
import { carryRun } from './carry-run'
import { carrySaga, resumeSaga } from './carry-saga'
import { recoverSagas } from './recover-sagas'

/** Everything that is served to Inngest. */
export const functions = [...carrySaga, resumeSaga, carryRun, recoverSagas, alignCalendars]
