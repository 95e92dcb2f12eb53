import styles from './frame.module.css'
/** The mark: a ring left open, and the dot that closes it. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path className={styles.arc} d="M17.9 6.5a8.1 8.1 0 1 0 0 11" />
      <circle className={styles.dot} cx="20.1" cy="12" r="2.5" />
    </svg>
  )
}
