import { limits } from '@/lib/domain/limits'
import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'
import type { VisitType } from './doctor-schedule'

/** A visit type as it was typed. */
export type WrittenVisitType = {
  nameFr: string
  nameEn: string
  minutes: string
  beforeMinutes: string
  afterMinutes: string
  autoConfirm: boolean
  instructionsFr: string
  instructionsEn: string
}

const bounds = {
  minutes: { from: 5, to: 480, name: 'minutes_out_of_range' },
  beforeMinutes: { from: 0, to: 120, name: 'buffer_out_of_range' },
  afterMinutes: { from: 0, to: 120, name: 'buffer_out_of_range' },
} as const

/** Returns the visit type that was meant. Refuses `visit_type_invalid` with each field that is wrong, and why. */
export function readVisitType(written: WrittenVisitType) {
  const names = { nameFr: written.nameFr.trim(), nameEn: written.nameEn.trim() }
  const instructions = {
    instructionsFr: written.instructionsFr.trim(),
    instructionsEn: written.instructionsEn.trim(),
  }
  const minutes = {
    minutes: numberOf(written.minutes),
    beforeMinutes: numberOf(written.beforeMinutes),
    afterMinutes: numberOf(written.afterMinutes),
  }
  const wrong: FieldRefusal[] = []
  for (const [field, name] of Object.entries(names)) {
    if (name === '') wrong.push({ field, name: 'name_missing' })
    if (name.length > limits.shortName) wrong.push({ field, name: 'name_too_long', data: { max: limits.shortName } })
  }
  for (const [field, text] of Object.entries(instructions)) {
    if (text.length > limits.words) wrong.push({ field, name: 'too_long', data: { max: limits.words } })
  }
  for (const [field, { from, to, name }] of Object.entries(bounds)) {
    const value = minutes[field as keyof typeof bounds]
    if (!Number.isInteger(value) || value < from || value > to) wrong.push({ field, name, data: { from, to } })
  }
  if (wrong.length > 0) return refuse('visit_type_invalid', wrong)
  const type: Omit<VisitType, 'id'> = {
    name: { fr: names.nameFr, en: names.nameEn },
    ...minutes,
    autoConfirm: written.autoConfirm,
    instructions: { fr: instructions.instructionsFr, en: instructions.instructionsEn },
  }
  return accept(type)
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
