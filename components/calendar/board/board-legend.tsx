import { useTranslations } from 'next-intl'
import { visitLooks } from '@/components/visit/visit-looks'
import styles from './day-board.module.css'

const looks = {
  inside: visitLooks.called_in,
  waits: visitLooks.arrived,
  coming: visitLooks.confirmed,
  asked: visitLooks.requested,
  attention: visitLooks.attention,
  over: visitLooks.completed,
}

/** What the grounds of the board mean. */
export function BoardLegend() {
  const t = useTranslations('board')
  return (
    <ul className={`${styles.legend} not-printed`}>
      {(Object.keys(looks) as (keyof typeof looks)[]).map((name) => (
        <li key={name}>
          <i className={looks[name].className} />
          {t(`legend_${name}`)}
        </li>
      ))}
    </ul>
  )
}
