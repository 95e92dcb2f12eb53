import { fold } from '@/lib/domain/people/fold'
import { type Fit, fitOf, fits } from './closeness'
import { nameWords, specialtyWords, typeWords } from './known-words'
import { isTitleAlone, typedWords } from './typed-words'

type Named = { id: string; name: { fr: string; en: string } }

/** A doctor as somebody looks for one. */
export type Findable = { name: string; specialty: string; visitTypes: readonly Named[] }

/** Somebody who answers to what was typed, and for what, where that was a part of it. */
type Answer<D extends Findable> = { doctor: D; type: D['visitTypes'][number] | undefined }

/** What answers to a text: doctors by name, specialties, and visit types, each with those who offer it. */
export type Found<D extends Findable> = {
  /** Everybody who answers, by whatever; where nothing else was found also those whom it names with a slip. */
  answers: readonly Answer<D>[]
  /** Those of them whom it calls by name. */
  named: readonly D[]
  specialties: readonly string[]
  types: readonly { name: Named['name']; offered: readonly Answer<D>[] }[]
  /** Whether all of it was found by overlooking slips. */
  isGuess: boolean
}

/** Returns what answers to a text in whatever order its words are; all in the order of `doctors`. */
export function findCare<D extends Findable>(typed: string, doctors: readonly D[]): Found<D> {
  const words = typedWords(typed)
  const known = doctors.map((doctor) => wordsOf(doctor))
  for (const worst of words.length === 0 ? [] : [fits.begun, fits.mistyped]) {
    const found = findWithin(words, known, worst)
    if (found.answers.length > 0) return { ...found, isGuess: worst === fits.mistyped }
  }
  const answers = isTitleAlone(typed) ? doctors.map((doctor) => ({ doctor, type: undefined })) : []
  return { answers, named: [], specialties: [], types: [], isGuess: false }
}

type Known<D extends Findable> = {
  doctor: D
  name: readonly string[]
  specialty: readonly string[]
  types: readonly { type: D['visitTypes'][number]; words: readonly string[] }[]
}

function wordsOf<D extends Findable>(doctor: D): Known<D> {
  const types = doctor.visitTypes.map((type) => ({ type, words: typeWords(type) }))
  return { doctor, name: nameWords(doctor), specialty: specialtyWords(doctor.specialty), types }
}

function findWithin<D extends Findable>(words: readonly string[], known: readonly Known<D>[], worst: Fit) {
  const answersTo = (word: string, among: readonly string[]) => among.some((one) => (fitOf(word, one) ?? 9) <= worst)
  const areAll = (...among: (readonly string[])[]) => words.every((word) => among.some((one) => answersTo(word, one)))
  const isAny = (among: readonly string[]) => words.some((word) => answersTo(word, among))

  const named = known.filter(({ name, specialty }) => isAny(name) && areAll(name, specialty))
  const specialties = [...new Set(known.map(({ doctor }) => doctor.specialty))].filter((specialty) =>
    areAll(specialtyWords(specialty)),
  )
  const offered = known.flatMap(({ doctor, name, specialty, types }) =>
    types
      .filter((one) => isAny(one.words) && areAll(one.words, name, specialty))
      .map(({ type }): Answer<D> => ({ doctor, type })),
  )
  const answers = known.flatMap(({ doctor, specialty, name }): Answer<D>[] => {
    if (areAll(name, specialty)) return [{ doctor, type: undefined }]
    return offered.filter((one) => one.doctor === doctor).slice(0, 1)
  })
  return { answers, named: named.map(({ doctor }) => doctor), specialties, types: byName(offered) }
}

/** Types of one name are one to who looks for it, whoever offers it. */
function byName<D extends Findable>(offered: readonly Answer<D>[]) {
  const groups = new Map<string, { name: Named['name']; offered: Answer<D>[] }>()
  for (const answer of offered) {
    if (!answer.type) continue
    const { name } = answer.type
    const group = groups.get(fold(name.fr)) ?? { name, offered: [] }
    group.offered.push(answer)
    groups.set(fold(name.fr), group)
  }
  return [...groups.values()]
}
