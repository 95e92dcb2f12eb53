import { useRef, useState } from 'react'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { reachedAt } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import type { Drawn } from '@/lib/views/grid/lanes'
import { type GridPlace, nearestStart, type Start } from '@/lib/views/grid/starts'
import { type WhyNot, whyNot } from '@/lib/views/grid/why-not'
import { readStarts, startsIn } from './free-starts'
import type { GridDay, PlacedVisit } from './grid'

/** Where a visit would come to stand, and why it cannot; nothing of the kind while it can, or is not known. */
export type Target = Start & { why?: WhyNot }

/** A visit that was picked up. `starts` are when it can begin; undefined while that is read, null when it cannot be. */
export type Held = {
  visit: PlacedVisit
  by: 'pointer' | 'keys'
  starts: readonly Start[] | null | undefined
  target: Target | undefined
}

type Moving = {
  days: readonly GridDay[]
  columns: readonly (readonly PlacedVisit[])[]
  part: Drawn
  /** How near to a free time one must let go, in minutes. */
  reach: number
  move: (visit: PlacedVisit, startsAt: string) => Promise<void>
  refuse: (held: Held, target: Target, why: WhyNot) => Promise<void>
  /** The one column a visit may stand in, where columns are doctors. */
  homeOf?: (visit: PlacedVisit) => number
}

/** Minutes to which a place is rounded where nothing is free. */
const rounding = 5

/** What is done with a visit that is moved, whether by a pointer or by keys: picked up, led somewhere, let go. */
export function useMoving({ days, columns, part, reach, move, refuse, homeOf }: Moving) {
  const now = useRef<Held | undefined>(undefined)
  const pointed = useRef<GridPlace | undefined>(undefined)
  const reading = useRef<Promise<unknown>>(undefined)
  const [held, setHeld] = useState<Held>()
  const write = (next: Held | undefined) => {
    now.current = next
    setHeld(next)
  }

  async function pickUp(id: string, by: Held['by']): Promise<Held | undefined> {
    const visit = columns.flat().find((visit) => visit.id === id)
    if (!visit?.may.includes('move')) return undefined
    const home = homeOf?.(visit)
    const [own] = startsIn(days, visit.startsAt, home)
    pointed.current = undefined
    write({ visit, by, starts: undefined, target: own })
    reading.current = readStarts(id, days, home).then((found) => {
      if (now.current?.visit !== visit) return
      // Where it stands it may stay.
      write({ ...now.current, starts: found ? [...found, ...(own ? [own] : [])] : null })
      if (pointed.current) aim(pointed.current)
    })
    await reading.current
    return now.current?.visit === visit ? now.current : undefined
  }

  function aim(place: GridPlace): void {
    pointed.current = place
    const { current } = now
    if (!current) return
    const target: Target = nearestStart(current.starts ?? [], place, reach) ?? at(place, current)
    if (target.startsAt !== current.target?.startsAt || target.why?.name !== current.target.why?.name) {
      write({ ...current, target })
    }
  }

  function lead(target: Start): void {
    if (now.current) write({ ...now.current, target })
  }

  function at(place: GridPlace, { visit, starts }: Held): Target {
    const long = visit.to - visit.from
    const day = days[place.column]
    const rounded = Math.round(place.minute / rounding) * rounding
    const minute = Math.min(part.to - long, Math.max(part.from, rounded))
    const startsAt = new Date(day ? reachedAt(day, minute) : 0).toISOString()
    const found = { column: place.column, minute, startsAt }
    if ((homeOf?.(visit) ?? place.column) !== place.column) return { ...found, why: { name: 'other_doctor' } }
    if (!starts) return found
    const others = (columns[place.column] ?? []).filter(({ id, standing }) => id !== visit.id && !isSlotFree(standing))
    const drawn = { from: minute, to: minute + long }
    return { ...found, why: whyNot({ ...drawn, isPast: startsAt <= isoNow(), closed: day?.closed ?? [], others }) }
  }

  async function letGo(): Promise<void> {
    await reading.current
    const { current } = now
    if (!current?.target) return write(undefined)
    const { visit, target } = current
    if (target.startsAt === visit.startsAt) return write(undefined)
    if (target.why) {
      write(undefined)
      return refuse(current, target, target.why)
    }
    // It stays where it was put until the server has said whether it may.
    await move(visit, target.startsAt)
    if (now.current?.visit === visit) write(undefined)
  }

  return { held, pickUp, aim, lead, letGo, putBack: () => write(undefined) }
}
