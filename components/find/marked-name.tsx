import { fold, foldedWords } from '@/lib/domain/people/fold'
import styles from './find.module.css'

/** A name in which the beginnings that were typed are marked. */
export function MarkedName({ name, typed }: { name: string; typed: string }) {
  const words = foldedWords(typed)
  const parts = name.split(/([\s-]+)/)
  return (
    <span className="strong">
      {parts.map((part, at) => {
        const length = Math.max(0, ...words.filter((word) => fold(part).startsWith(word)).map((word) => word.length))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have no other
          <span key={at}>
            {length > 0 && <mark className={styles.mark}>{part.slice(0, length)}</mark>}
            {part.slice(length)}
          </span>
        )
      })}
    </span>
  )
}
