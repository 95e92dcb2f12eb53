import { farness } from './closeness'
import type { Findable } from './find-care'
import { nameWords, specialtyWords, typeWords } from './known-words'
import { typedWords } from './typed-words'

/** What may have been meant by a text that nothing answers to. */
export type Meant<D extends Findable> = { doctor: D } | { specialty: string } | { type: D['visitTypes'][number] }

const farthest = 0.5
const countMax = 3

/** Returns what may have been meant by a text that nothing answers to, the likeliest first; nothing where all is far from it. */
export function nearestNames<D extends Findable>(typed: string, doctors: readonly D[]): Meant<D>[] {
  const words = typedWords(typed).filter(({ length }) => length > 2)
  const far = (known: readonly string[]) => {
    const each = words.map((word) => Math.min(...known.map((one) => farness(word, one))))
    // One word of two may be known: `vasseur marie` is near Hélène Vasseur.
    return Math.min(...each)
  }
  const types = new Map(doctors.flatMap(({ visitTypes }) => visitTypes.map((type) => [type.name.fr, type])))
  const all: { meant: Meant<D>; far: number }[] = [
    ...doctors.map((doctor) => ({ meant: { doctor }, far: far(nameWords(doctor)) })),
    ...[...new Set(doctors.map(({ specialty }) => specialty))].map((specialty) => {
      return { meant: { specialty }, far: far(specialtyWords(specialty)) }
    }),
    ...[...types.values()].map((type) => {
      return { meant: { type }, far: far(typeWords(type)) }
    }),
  ]
  const near = all.filter(({ far }) => far <= farthest).toSorted((a, b) => a.far - b.far)
  return near.slice(0, countMax).map(({ meant }) => meant)
}
