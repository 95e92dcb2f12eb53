import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import { type ClosureChoice, closureChoices } from '@/lib/domain/schedule/closure'
import { shortDayAndClock } from '@/lib/views/wording'
import type { HitVisit, Proposals } from './closing'
import styles from './closure.module.css'

type ClosureTableProps = {
  visits: readonly HitVisit[]
  own: Readonly<Record<string, ClosureChoice>>
  forAll: ClosureChoice
  proposals: Proposals | undefined
  /** Undefined: as for all. */
  onChoose: (id: string, choice: ClosureChoice | undefined) => void
}

/** Whom a closed time hits, and what is done with each; only what differs from the choice for all is tinted. */
export function ClosureTable({ visits, own, forAll, proposals, onChoose }: ClosureTableProps) {
  const t = useTranslations('closure')
  const locale = useLocale() as 'fr' | 'en'
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  if (visits.length === 0) return <p className="soft">{t('none')}</p>
  return (
    <div className="sheet">
      <table className="table cards">
        <caption className="visually-hidden">{t('hit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('patient')}</th>
            <th scope="col">{t('phone')}</th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ id, startsAt, patientName, phone, visitType, isReachable }) => {
            const chosen = own[id] ?? forAll
            const to = proposals?.[id]
            const moved = to ? t('move_to', { when: shortDayAndClock(to, place) }) : t(proposals ? 'no_hour' : 'move')
            const words = { rebook: t('rebook'), move: moved, leave: t('leave') }
            return (
              <tr key={id} className={own[id] ? styles.changed : undefined}>
                <th scope="row">
                  <Time at={startsAt} form="short" />
                </th>
                <td>
                  {patientName}
                  {visitType && <span className="sub">{visitType[locale]}</span>}
                </td>
                <td>{phone ? <PhoneLink phone={phone} /> : '–'}</td>
                <td>
                  <input type="hidden" name="visit" value={id} />
                  {chosen === 'move' && to && <input type="hidden" name={`to-${id}`} value={to} />}
                  <select
                    className="input"
                    name={`choice-${id}`}
                    aria-label={t('what_of', { patient: patientName })}
                    value={own[id] ?? ''}
                    onChange={({ target }) =>
                      onChoose(
                        id,
                        closureChoices.find((choice) => choice === target.value),
                      )
                    }
                  >
                    <option value="">{words[forAll]}</option>
                    {closureChoices
                      .filter((choice) => choice !== forAll)
                      .map((choice) => (
                        <option key={choice} value={choice}>
                          {words[choice]}
                        </option>
                      ))}
                  </select>
                  {!isReachable && chosen !== 'leave' && <span className="sub">{t('unreachable')}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
