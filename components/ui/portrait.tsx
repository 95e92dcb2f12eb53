import { monogramOf } from '@/lib/domain/people/monogram'
import { photoPath, photoSide } from '@/lib/domain/people/photo'
import styles from './portrait.module.css'

type PortraitProps = {
  /** Without the title. */
  name: string
  /** The hash of a photo; null where there is none. */
  photo: string | null
  size: 'small' | 'large'
}

/** A face, or the initials in place of it. It says nothing that the name beside it does not. */
export function Portrait({ name, photo, size }: PortraitProps) {
  const look = `${styles.portrait} ${size === 'large' ? styles.large : ''}`
  if (photo === null)
    return (
      <span className={look} aria-hidden="true">
        {monogramOf(name)}
      </span>
    )
  // biome-ignore lint/performance/noImgElement: it is small already, and kept for good by whoever has it
  return <img className={look} src={photoPath(photo)} width={photoSide} height={photoSide} alt="" decoding="async" />
}
