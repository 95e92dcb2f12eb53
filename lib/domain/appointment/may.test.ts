import { describe, expect, test } from 'vitest'
import {
  arrived,
  confirmed,
  created,
  doctor,
  otherDoctor,
  otherPatient,
  patient,
  staff,
} from '@/tests/fixtures/visit-story'
import type { KnownAppointment } from './appointment'
import { replay } from './evolve'
import { accessTo, type Command, may, mayReach } from './may'

const visit = replay([created, confirmed, arrived]) as KnownAppointment
const everybody = { patient, otherPatient, doctor, otherDoctor, staff }
const whoMay = (command: Command) =>
  Object.entries(everybody).flatMap(([name, actor]) => (mayReach(command, visit, actor) ? [name] : []))

describe('whose visit somebody reaches', () => {
  test.each([
    ['book', ['patient', 'doctor', 'staff']],
    ['confirm', ['doctor', 'staff']],
    ['decline', ['doctor', 'staff']],
    ['move', ['patient', 'doctor', 'staff']],
    ['cancel', ['patient', 'doctor', 'staff']],
    ['arrived', ['doctor', 'staff']],
    ['called_in', ['doctor', 'staff']],
    ['completed', ['doctor', 'staff']],
    ['no_show', ['doctor', 'staff']],
    ['take_back', ['doctor', 'staff']],
    ['correct_contact', ['patient']],
  ] as const)('to %s: %j', (command, who) => {
    expect(whoMay(command)).toEqual(who)
  })
  test('no command is left out of the list above', () => {
    expect(Object.keys(may)).toHaveLength(11)
  })
})

test('an admin is let in as far as staff, and nobody who is not named', () => {
  expect(accessTo('confirm')).toEqual({ doctor: 'own', staff: 'any', admin: 'any' })
  expect(accessTo('correct_contact')).toEqual({})
})
