import { accessTo } from '@/lib/domain/appointment/may'
import type { Access } from '@/lib/web/access'

const ofDoctor = { doctor: 'own' } as const
const ofDesk = { staff: 'any', admin: 'any' } as const
const ofAdmin = { admin: 'any' } as const
const ownOrAny = { ...ofDoctor, ...ofDesk } as const

/** Who may press what, each under the name of its action; in the order of the folders, which say it roughly. */
export const actions = {
  createAppointment: 'anyone',
  holdSlot: 'anyone',
  redeemSignInCode: 'anyone',
  resumeBooking: 'anyone',
  sendSignInCode: 'anyone',
  setLocale: 'anyone',
  signIn: 'anyone',
  signOut: 'anyone',
  signOutPatient: 'anyone',

  bookAgain: 'visit-link',
  cancelAsPatient: 'visit-link',
  correctContact: 'visit-link',
  prepareVisit: 'visit-link',
  rescheduleAsPatient: 'visit-link',
  sendNewLink: 'visit-link',

  calendarFeed: ofDoctor,
  connectCalendar: ofDoctor,
  disconnectCalendar: ofDoctor,

  addFirstAdmin: 'set-up',
  addFirstDoctor: 'set-up',
  nameFirstClinic: 'set-up',
  openFirstClinic: 'set-up',
  setFirstHours: 'set-up',
  tryMail: 'set-up',

  changeOwnPassword: ownOrAny,
  endOtherSessions: ownOrAny,
  addOpening: ownOrAny,
  addTimeOff: ownOrAny,
  alignCalendar: ownOrAny,
  bookFor: accessTo('book'),
  /** Taking the visits out of a calendar is up to the doctor. */
  emptyCalendar: ofDoctor,
  cancelAppointment: accessTo('cancel'),
  changeRun: ownOrAny,
  startClosure: ownOrAny,
  proposeHours: ownOrAny,
  previewClosure: ownOrAny,
  confirmAll: accessTo('confirm'),
  confirmAppointment: accessTo('confirm'),
  declineAppointment: accessTo('decline'),
  editPatient: ofDesk,
  findPatients: ownOrAny,
  keepPatientsApart: ofDesk,
  listSeenSagas: ofDesk,
  mergePatients: ofDesk,
  operateSaga: ofDesk,
  operateSagas: ofDesk,
  recordAttendance: accessTo('arrived'),
  registerPatient: ofDesk,
  removeTimeOff: ownOrAny,
  rescheduleAppointment: accessTo('move'),
  searchSagas: ofDesk,
  setDoctorHours: ownOrAny,
  setRequestMail: ownOrAny,
  settleMessage: ofDesk,
  undoMerge: ofDesk,

  addAccount: ofAdmin,
  addDoctor: ofAdmin,
  changeAccount: ofAdmin,
  changeHolidays: ofAdmin,
  changeVisitType: ofAdmin,
  removePhoto: ofAdmin,
  saveClinicPage: ofAdmin,
  saveVisitType: ofAdmin,
  setClinic: ofAdmin,
  setClinicProfile: ofAdmin,
  setDoctorProfile: ofAdmin,
  setDemoFault: { inDemo: ofAdmin, otherwise: 'nobody' },
} as const satisfies Record<string, Access>
