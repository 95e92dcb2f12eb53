import { type RefObject, useEffect, useRef } from 'react'
import type { Drawn } from '@/lib/views/grid/lanes'
import { type DragCalls, listenForDrag } from './listen-for-drag'

/** Lets the visits of a grid be dragged. */
export function useDrag(root: RefObject<HTMLElement | null>, part: Drawn, calls: DragCalls): void {
  const current = useRef({ part, calls })
  useEffect(() => {
    current.current = { part, calls }
  })
  useEffect(() => {
    if (!root.current) return
    return listenForDrag(
      root.current,
      () => current.current.part,
      () => current.current.calls,
    )
  }, [root])
}
