import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert, Undo2, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ShortVerdict } from '@/lib/views/visit-page/short-verdict'

const looks: Record<ShortVerdict, [className: string, Icon: LucideIcon]> = {
  booking: ['waiting', CircleDashed],
  requested: ['waiting', CircleDashed],
  confirming: ['waiting', CircleDashed],
  confirmed: ['ok', CircleCheck],
  moving: ['waiting', CircleDashed],
  not_moved: ['undone', Undo2],
  undoing: ['undone', Undo2],
  not_booked: ['failed', CircleX],
  person_needed: ['attention', TriangleAlert],
  declined: ['undone plain', CircleX],
  cancelled: ['undone plain', CircleX],
  missed: ['undone plain', UserX],
  completed: ['todo', CircleCheck],
}

/** How a visit stands: a sign and a word, so that it reads without colour. */
export function ShortVerdictMark({ verdict }: { verdict: ShortVerdict }) {
  const t = useTranslations('short_verdict')
  const [className, Icon] = looks[verdict]
  return (
    <span className={`state ${className}`}>
      <Icon className="icon" aria-hidden="true" />
      {t(verdict)}
    </span>
  )
}
