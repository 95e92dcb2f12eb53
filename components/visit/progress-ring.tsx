import styles from './visit.module.css'

export type RingLook = 'pen' | 'ok' | 'todo' | 'undone' | 'attention'

const turn = 2 * Math.PI

type ProgressRingProps = { look: RingLook; done: number; total: number }

/** The mark as progress: an open ring with its dot, closed with a tick or a cross, or dashed and turned back. */
export function ProgressRing({ look, done, total }: ProgressRingProps) {
  const share = done / total
  const [x, y] = [36 + 32 * Math.sin(share * turn), 36 - 32 * Math.cos(share * turn)]
  return (
    <svg className={styles.ring} viewBox="-3 -3 78 78" aria-hidden="true">
      {look === 'pen' && (
        <>
          <circle className={styles.rail} cx="36" cy="36" r="32" />
          <circle
            className={styles.run}
            cx="36"
            cy="36"
            r="32"
            pathLength={100}
            strokeDasharray={`${share * 100} 100`}
            transform="rotate(-90 36 36)"
          />
          <circle className={styles.headDot} cx={x} cy={y} r="6.5" />
          <text x="36" y="42.5">
            {done}/{total}
          </text>
        </>
      )}
      {look === 'ok' && (
        <>
          <circle className={styles.run} cx="36" cy="36" r="32" pathLength={100} />
          <path className={styles.inner} d="M25 37l8 8 15-17" />
        </>
      )}
      {look === 'todo' && (
        <>
          <circle className={styles.run} cx="36" cy="36" r="32" pathLength={100} />
          <path className={styles.inner} d="M27 27l18 18M45 27l-18 18" />
        </>
      )}
      {look === 'undone' && (
        <>
          <circle className={styles.run} cx="36" cy="36" r="32" pathLength={100} strokeDasharray="3 5" />
          <path className={styles.inner} d="M29 27l-7 7 7 7M22 34h18a8 8 0 0 1 0 16h-6" />
        </>
      )}
      {look === 'attention' && (
        <>
          <circle className={styles.run} cx="36" cy="36" r="32" pathLength={100} strokeDasharray="3 5" />
          <path className={styles.inner} d="M36 22v18M36 49v1" />
        </>
      )}
    </svg>
  )
}
