import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { type Said, sentencesOf } from './sentences'

/** What a patient's pages say in states that a walk through them does not meet: faults, refusals, endings. */
const states = [
  'verdict',
  'line',
  'contact',
  'change',
  'hold',
  'closed_link',
  'new_link',
  'my_visits',
  'prepare',
] as const

/** The refusals that can meet a patient. */
const refusals =
  /^(patient_name|name_too|too_long|email_(?!taken)|phone_(?!missing)|too_many_(corr|tries)|sms_|slot_(?!hour)|doctor_unknown|request_|appointment_(unknown|ended|begun)|too_late|move_under|visit_type_unknown|code_|birth_|not_sent|form_outdated)/

const sample = {
  fr: {
    ...people('Dre Hélène Vasseur', 'la Dre Vasseur', 'de la Dre Vasseur'),
    ...times('mardi 24 novembre', '14 h 20', 'à'),
  },
  en: { ...people('Dr Hélène Vasseur', 'Dr Vasseur', 'Dr Vasseur’s'), ...times('Tuesday 24 November', '14:20', 'at') },
}

/** Returns what patients read in every state of their pages, with the facts of one visit. */
export function sayStates(language: 'fr' | 'en'): Said[] {
  const messages = language === 'fr' ? fr : en
  const say = (place: string, texts: Record<string, string>): Said => {
    // What stands where a component does is read as its name.
    const plain = Object.entries(texts).map(([key, text]) => [key, text.replaceAll(/<(\w+)><\/\1>/g, '{$1}')])
    const t = createTranslator({ locale: language, messages: Object.fromEntries(plain) })
    return { place, sentences: sentencesOf(plain.map(([key = '']) => t(key, sample[language]))) }
  }
  const refused = Object.entries(messages.refusal).filter(([name]) => refusals.test(name))
  return [...states.map((name) => say(`state: ${name}`, messages[name])), say('refusals', Object.fromEntries(refused))]
}

function people(name: string, theDoctor: string, ofTheDoctor: string) {
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const doctor = { doctor: name, theDoctor, TheDoctor: upper(theDoctor), ofTheDoctor, OfTheDoctor: upper(ofTheDoctor) }
  const clinic = { clinic: 'Centre de santé des Lilas', phone: '01 99 00 01 42', number: '06 39 98 00 01' }
  return { ...doctor, ...clinic, patient: 'Amina Haddad', to: 'a…@example.org', email: 'amina@example.org' }
}

function times(day: string, time: string, at: string) {
  const when = `${day} ${at} ${time}`
  const counts = { hours: 24, noticeHours: 24, nearest: 3, noticeMinutes: 30, max: 100 }
  return { day, time, when, before: when, after: when, ...counts, because: '', late: 'no', meant: 'amina@gmail.com' }
}
