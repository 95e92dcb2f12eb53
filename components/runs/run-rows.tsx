import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { RunSummary } from '@/lib/domain/run/summary'
import { useRunWords } from './use-run-words'

/** Runs, one a row: what, by whom, and how it stands. */
export function RunRows({ runs, now }: { runs: readonly RunSummary[]; now: string }) {
  const t = useTranslations('runs')
  const words = useRunWords()
  return (
    <div className="sheet">
      <table className="table cards">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('started')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('became')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <Time at={run.createdAt} form="short" />
              </th>
              <td>
                <Link prefetch={false} className="cover" href={`/runs/${run.id}`}>
                  {words.what(run)}
                </Link>
                <span className="sub">{run.startedBy}</span>
              </td>
              <td>{words.standing(run, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
