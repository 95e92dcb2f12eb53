import {
  CalendarCheck,
  CircleCheck,
  CircleDashed,
  DoorOpen,
  type LucideIcon,
  TriangleAlert,
  Undo2,
  UserX,
} from 'lucide-react'
import type { Standing } from '@/lib/domain/appointment/standing'

type Look = {
  /** Of the visit in a grid, and of the word that says it. */
  className: string
  state: string
  Icon: LucideIcon
  /** Whether the grid needs the sign to tell it from another: what is usual is quiet. */
  isSigned: boolean
}

/** How each standing looks: a pattern, a sign and a colour, so that it reads in grey and in print. */
export const visitLooks: Record<Standing, Look> = {
  requested: { className: 'asked', state: 'waiting', Icon: CircleDashed, isSigned: false },
  confirmed: { className: 'sure', state: 'todo', Icon: CalendarCheck, isSigned: false },
  arrived: { className: 'sure', state: 'pen', Icon: DoorOpen, isSigned: true },
  completed: { className: 'past', state: 'ok', Icon: CircleCheck, isSigned: true },
  missed: { className: 'past', state: 'undone plain', Icon: UserX, isSigned: true },
  attention: { className: 'attention', state: 'attention', Icon: TriangleAlert, isSigned: true },
  undoing: { className: 'undone', state: 'undone', Icon: Undo2, isSigned: true },
  undone: { className: 'undone struck', state: 'undone', Icon: Undo2, isSigned: true },
}
