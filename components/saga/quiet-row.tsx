import { CircleDashed, CircleMinus, RefreshCw, SkipForward } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import type { TimelineRow } from '@/lib/views/timeline-rows'
import styles from './saga.module.css'

const icons = { skipped: SkipForward, never: CircleMinus, later: CircleDashed, again: RefreshCw } as const

type QuietRowProps = { row: Exclude<TimelineRow, { kind: 'attempt' }>; isOver: boolean }

/** A step without an attempt of its own: left out, never begun, or still to come. */
export function QuietRow({ row: { kind, step, at }, isOver }: QuietRowProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const Icon = icons[kind]
  const small = { skipped: 'was_skipped', never: 'not_started', later: 'not_started', again: 'once_more' } as const
  return (
    <li className="line todo">
      <div className="when">{at ? <Time at={at} form="clockWithSeconds" /> : t(isOver ? 'never' : whens[kind])}</div>
      <div className="what">
        <div className={styles.name}>
          <span className="sign">
            <Icon className="icon" aria-hidden="true" />
          </span>
          <b>{words.step(step)}</b>
          <small>{t(small[kind])}</small>
        </div>
      </div>
    </li>
  )
}

const whens = { skipped: 'never', never: 'never', later: 'later', again: 'later' } as const
