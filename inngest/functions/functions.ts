import { alignCalendars } from './align-calendars'
import { carrySaga, resumeSaga } from './carry-saga'
import { recoverSagas } from './recover-sagas'

/** Everything that is served to Inngest. */
export const functions = [...carrySaga, resumeSaga, recoverSagas, alignCalendars]
