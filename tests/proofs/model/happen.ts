import type { Action } from './actions'
import { begin, carry, everybodyWorks, workSome } from './at-work'
import { awaitNext, awaitPatience } from './await'
import type { Clinic } from './clinic'
import { passTime } from './outside'
import { book, changeVisit, operate, overbook } from './people'
import { likely, pick } from './pick'
import { runSaga } from './run-saga'
import { relay, sweep } from './sweep'
import { crash, dismiss } from './worker'

/** Lets one thing happen. What cannot happen now, does not. */
export function happen(clinic: Clinic, action: Action): void {
  clinic.outside.fates = 'fates' in action ? [...action.fates] : []
  switch (action.happens) {
    case 'book':
      book(clinic, action)
      return
    case 'overbook':
      overbook(clinic, action)
      return
    case 'confirm':
    case 'decline':
    case 'record-no-show':
    case 'record-arrival':
    case 'call-in':
    case 'complete-visit':
    case 'revert-attendance':
    case 'correct-contact':
    case 'cancel':
    case 'reschedule':
      changeVisit(clinic, action)
      return
    case 'relay':
      relay(clinic, action.isLost)
      return
    case 'deliver':
    case 'carry': {
      const row = pick(likely(clinic, action.saga), action.saga)
      if (!row) return
      if (action.happens === 'carry' && action.isLate) awaitPatience(clinic, row)
      const run = runSaga(clinic, { sagaId: row.saga_id })
      if (action.happens === 'carry') carry(clinic, run, action.stops)
      return
    }
    case 'work':
      workSome(clinic, pick(clinic.workers, action.worker), action.steps)
      return
    case 'bustle':
      passTime(clinic, action.ms)
      begin(clinic, 'sweep', () => sweep(clinic), 'at once')
      everybodyWorks(clinic)
      return
    case 'crash': {
      const worker = pick(clinic.workers, action.worker)
      if (worker && action.isForgotten) dismiss(clinic, worker)
      else if (worker) crash(clinic, worker)
      return
    }
    case 'amnesia':
      clinic.workers = []
      return
    case 'pass':
      passTime(clinic, action.ms)
      return
    case 'await':
      awaitNext(clinic, action.what)
      return
    case 'sweep':
      begin(clinic, 'sweep', () => sweep(clinic), action.how)
      return
    case 'mood':
      clinic.outside.moods[action.service] = action.mood
      return
    case 'policy':
      clinic.onMessageRefused = action.onMessageRefused
      return
    case 'operate':
      operate(clinic, action)
      return
  }
}
