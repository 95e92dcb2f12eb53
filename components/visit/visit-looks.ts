import {
  CalendarCheck,
  CircleCheck,
  CircleDashed,
  CircleX,
  DoorOpen,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
  Undo2,
  UserX,
} from 'lucide-react'
import type { Standing } from '@/lib/domain/appointment/standing'
import styles from './visit-looks.module.css'

export type Look = {
  /** Of the visit in a grid, and of the word that says it. */
  className: string
  state: string
  Icon: LucideIcon
  /** Whether the grid needs the sign to tell it from another: what is usual is quiet. */
  isSigned: boolean
}

/** How each standing looks: a pattern, a sign and a colour, so that it reads in grey and in print. */
export const visitLooks: Record<Standing, Look> = {
  requested: { className: `${styles.visit} ${styles.asked}`, state: 'waiting', Icon: CircleDashed, isSigned: false },
  confirmed: { className: `${styles.visit}`, state: 'todo', Icon: CalendarCheck, isSigned: false },
  arrived: { className: `${styles.visit} ${styles.here}`, state: 'pen', Icon: Hourglass, isSigned: true },
  called_in: { className: `${styles.visit} ${styles.inside}`, state: 'pen', Icon: DoorOpen, isSigned: true },
  completed: { className: `${styles.visit} ${styles.past}`, state: 'ok', Icon: CircleCheck, isSigned: true },
  missed: { className: `${styles.visit} ${styles.past}`, state: 'undone plain', Icon: UserX, isSigned: true },
  attention: {
    className: `${styles.visit} ${styles.attention}`,
    state: 'attention',
    Icon: TriangleAlert,
    isSigned: true,
  },
  undoing: { className: `${styles.visit} ${styles.undone}`, state: 'undone', Icon: Undo2, isSigned: true },
  undone: {
    className: `${styles.visit} ${styles.undone} ${styles.struck}`,
    state: 'undone',
    Icon: Undo2,
    isSigned: true,
  },
  cancelled_late: {
    className: `${styles.visit} ${styles.undone} ${styles.struck}`,
    state: 'undone',
    Icon: CircleX,
    isSigned: true,
  },
}
