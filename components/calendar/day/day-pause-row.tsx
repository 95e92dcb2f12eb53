import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import styles from './day.module.css'

type DayPauseRowProps = { kind: 'pause' | 'free'; startsAt: string; endsAt: string; word?: string }

/** A break, or a stretch that nobody has taken. */
export function DayPauseRow({ kind, startsAt, endsAt, word = '' }: DayPauseRowProps) {
  const t = useTranslations('day')
  return (
    <tr className={styles[kind]} data-kind={kind}>
      <th scope="row">
        <Time at={startsAt} form="clock" />
      </th>
      <td colSpan={5}>
        <span>
          {t.rich(word ? 'blocked' : kind, { word, until: () => <Time key="until" at={endsAt} form="clock" /> })}
        </span>
      </td>
    </tr>
  )
}
