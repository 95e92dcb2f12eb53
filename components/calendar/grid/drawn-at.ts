import type { CSSProperties } from 'react'
import type { Drawn, Lane } from '@/lib/views/grid/lanes'

/** Returns where something is drawn, as the style sheet reads it: minutes from the top of what is shown, and lanes. */
export function drawnAt({ from, to, ...lane }: Drawn & Partial<Lane>, part: Drawn): CSSProperties {
  const minutes = { '--from': from - part.from, '--long': to - from }
  const lanes = lane.lanes === undefined ? {} : { '--lane': lane.lane, '--lanes': lane.lanes, '--span': lane.span }
  return { ...minutes, ...lanes } as CSSProperties
}
