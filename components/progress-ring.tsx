const turn = 2 * Math.PI

type ProgressRingProps = { look: 'pen' | 'ok' | 'undone' | 'attention'; done: number; total: number }

/** The mark as progress: an open ring with its dot, closed with a tick, or dashed and turned back. */
export function ProgressRing({ look, done, total }: ProgressRingProps) {
  const share = done / total
  const [x, y] = [36 + 32 * Math.sin(share * turn), 36 - 32 * Math.cos(share * turn)]
  return (
    <svg className="bigring" viewBox="-3 -3 78 78" aria-hidden="true">
      {look === 'pen' && (
        <>
          <circle className="rail" cx="36" cy="36" r="32" />
          <circle
            className="run"
            cx="36"
            cy="36"
            r="32"
            pathLength={100}
            strokeDasharray={`${share * 100} 100`}
            transform="rotate(-90 36 36)"
          />
          <circle className="head-dot" cx={x} cy={y} r="6.5" />
          <text x="36" y="42.5">
            {done}/{total}
          </text>
        </>
      )}
      {look === 'ok' && (
        <>
          <circle className="run closing" cx="36" cy="36" r="32" pathLength={100} />
          <path className="in" d="M25 37l8 8 15-17" />
        </>
      )}
      {look === 'undone' && (
        <>
          <circle className="run" cx="36" cy="36" r="32" pathLength={100} strokeDasharray="3 5" />
          <path className="in" d="M29 27l-7 7 7 7M22 34h18a8 8 0 0 1 0 16h-6" />
        </>
      )}
      {look === 'attention' && (
        <>
          <circle className="run" cx="36" cy="36" r="32" pathLength={100} strokeDasharray="3 5" />
          <path className="in" d="M36 22v18M36 49v1" />
        </>
      )}
    </svg>
  )
}
