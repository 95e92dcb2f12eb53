import { Check, CircleDashed, Minus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import type { RunItemView } from '@/lib/domain/run/summary'
import { useRunWords } from './use-run-words'

type RunItemsProps = {
  items: readonly RunItemView[]
  /** How many more there are than are shown. */
  more: number
  /** Nothing more is done: what has no result never gets one. */
  isOver: boolean
}

/** Every item of a run with what became of it; those that were not done come first. */
export function RunItems({ items, more, isOver }: RunItemsProps) {
  const t = useTranslations('runs')
  const words = useRunWords()
  return (
    <div className="sheet">
      <table className="table cards">
        <caption className="visually-hidden">{t('items')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('patient')}</th>
            <th scope="col">{t('became')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { look, Icon, word } = looks[item.outcome ?? (isOver ? 'never' : 'waiting')]
            return (
              <tr key={item.subjectId}>
                <th scope="row">{item.visit ? <Time at={item.visit.startsAt} form="short" /> : '–'}</th>
                <td>
                  {item.visit?.patientName ?? t('gone')}
                  {item.outcome !== 'done' && item.visit?.phone && (
                    <span className="sub">
                      <PhoneLink phone={item.visit.phone} />
                    </span>
                  )}
                </td>
                <td>
                  <span className={`state ${look}`}>
                    <Icon className="icon" aria-hidden="true" />
                    {t(word)}
                  </span>{' '}
                  <span className="soft small">{words.said(item)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more > 0 && <p className="padded soft">{t('more', { count: more })}</p>}
    </div>
  )
}

const looks = {
  waiting: { look: 'waiting', Icon: CircleDashed, word: 'item_waiting' },
  never: { look: 'plain', Icon: Minus, word: 'item_never' },
  done: { look: 'ok', Icon: Check, word: 'item_done' },
  refused: { look: 'attention', Icon: TriangleAlert, word: 'item_refused' },
  failed: { look: 'failed', Icon: TriangleAlert, word: 'item_failed' },
} as const
