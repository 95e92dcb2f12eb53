import type { Drawn } from '@/lib/views/grid/lanes'
import type { GridPlace } from '@/lib/views/grid/starts'

export type DragCalls = {
  pickUp: (id: string) => void
  aim: (place: GridPlace) => void
  letGo: () => void
  putBack: () => void
}

type Hand = {
  id: string
  isTouch: boolean
  isDragging: boolean
  fromX: number
  fromY: number
  x: number
  y: number
  below: number
}

/** How far a mouse moves before it drags, and a finger before it scrolls, in pixels. */
const slack = 5
/** How long a finger lies still before it drags: a shorter press opens, and one that moves scrolls. */
const longPressMs = 400
/** How near to the edge of what scrolls it scrolls along, in pixels, and how fast at most. */
const edge = 56
const fastest = 14

/**
 * Lets visits of a grid be dragged by mouse, pen and finger. What is movable is `[data-movable]` with the id in
 * `data-visit`, and columns are `[data-column]`. Inside of `[data-scrolls]` that scrolls along, else the page. Returns what
 * ends it.
 */
export function listenForDrag(root: HTMLElement, partOf: () => Drawn, calls: () => DragCalls): () => void {
  const listening = new AbortController()
  let hand: Hand | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  /** A drag has ended, and the button may still be held. */
  let isOver = false

  function down(event: PointerEvent) {
    const visit = event.button === 0 && event.isPrimary ? visitAt(event.target) : undefined
    if (!visit?.hasAttribute('data-movable')) return
    const below = event.clientY - visit.getBoundingClientRect().top
    const [x, y] = [event.clientX, event.clientY]
    const isTouch = event.pointerType === 'touch'
    hand = { id: visit.dataset.visit ?? '', isTouch, isDragging: false, fromX: x, fromY: y, x, y, below }
    if (isTouch) timer = setTimeout(begin, longPressMs)
  }
  function begin() {
    if (!hand) return
    hand.isDragging = true
    navigator.vibrate?.(10)
    calls().pickUp(hand.id)
    point()
    frame = requestAnimationFrame(scrollAlong)
  }
  function moved(event: PointerEvent) {
    if (!hand || !event.isPrimary) return
    hand.x = event.clientX
    hand.y = event.clientY
    const isFar = Math.hypot(hand.x - hand.fromX, hand.y - hand.fromY) > slack
    if (hand.isDragging) point()
    else if (isFar && hand.isTouch) end()
    else if (isFar) begin()
  }
  function up() {
    if (hand?.isDragging) {
      isOver = true
      calls().letGo()
    }
    end()
    setTimeout(() => {
      isOver = false
    })
  }
  function cancel() {
    if (hand?.isDragging) calls().putBack()
    end()
  }
  function end() {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    hand = undefined
  }
  function point() {
    const place = hand && placeAt(root, partOf(), hand.x, hand.y - hand.below)
    if (place) calls().aim(place)
  }
  function scrollAlong() {
    if (!hand?.isDragging) return
    const room = root.closest('[data-scrolls]')
    const { top, bottom } = room?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight }
    const speed = Math.max(0, top + edge - hand.y) * -1 + Math.max(0, hand.y - bottom + edge)
    if (speed !== 0) {
      const scrolls = room ?? window
      scrolls.scrollBy(0, Math.max(-fastest, Math.min(fastest, speed / 3)))
      point()
    }
    frame = requestAnimationFrame(scrollAlong)
  }
  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !hand?.isDragging) return
    event.preventDefault()
    isOver = true
    cancel()
  }
  /** What ends a drag is no press, and a long press asks for no menu. */
  const swallow = (isMeant: () => boolean) => (event: Event) => {
    if (!isMeant()) return
    event.preventDefault()
    event.stopPropagation()
  }

  const { signal } = listening
  root.addEventListener('pointerdown', down, { signal })
  root.addEventListener(
    'contextmenu',
    swallow(() => hand?.isTouch === true),
    { signal },
  )
  // Not passive: a finger that drags does not scroll.
  root.addEventListener('touchmove', (event) => hand?.isDragging && event.preventDefault(), { signal, passive: false })
  window.addEventListener('pointermove', moved, { signal })
  window.addEventListener('pointerup', up, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  // Before the page's own listeners, wherever it has them.
  window.addEventListener(
    'click',
    swallow(() => isOver),
    { signal, capture: true },
  )
  window.addEventListener('keydown', key, { signal, capture: true })
  return () => {
    end()
    listening.abort()
  }
}

function visitAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-visit]') ?? undefined) : undefined
}

/** Returns the numbers of the columns that are shown: a phone hides all but one. */
export function shownColumns(root: HTMLElement | null): number[] {
  return columnsOf(root).map(({ column }) => column)
}

function placeAt(root: HTMLElement, part: Drawn, x: number, y: number): GridPlace | undefined {
  const columns = columnsOf(root)
  const found = columns.find(({ box }) => x < box.right) ?? columns.at(-1)
  if (!found) return undefined
  const { column, box } = found
  return { column, minute: part.from + ((y - box.top) / box.height) * (part.to - part.from) }
}

function columnsOf(root: HTMLElement | null): { column: number; box: DOMRect }[] {
  const all = [...(root?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
  return all
    .map((element) => ({ column: Number(element.dataset.column), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
}
