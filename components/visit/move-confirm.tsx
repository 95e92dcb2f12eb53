import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { BackLink } from '@/components/frame/back-link'
import { Time } from '@/components/ui/time'
import { ZonedTime } from '@/components/ui/zoned-time'
import type { NoticeOf } from '@/lib/domain/appointment/acts-on'
import type { FormAction } from '@/lib/web/form-answer'
import { NoticeRule } from './notice-rule'

type MoveConfirmProps = {
  action: FormAction
  /** What says who moves which visit. */
  sent: Record<string, string>
  /** The visit's own page. */
  path: string
  /** ISO instants: where it is, and where it would move to. */
  startsAt: string
  slot: string
  /** Whose visit, with whom. */
  about: string
  /** What it means for a patient; doctors and staff have none. */
  notice?: NoticeOf
}

/** One hour a visit can move to, and the button that moves it there. */
export function MoveConfirm({ action, sent, path, startsAt, slot, about, notice }: MoveConfirmProps) {
  const t = useTranslations('change')
  return (
    <>
      <BackLink href={`${path}/move`}>{t('other_slots')}</BackLink>
      <section className="sheet" aria-labelledby="slot">
        <div className="sheet-head">
          <h1 id="slot" className="sentence">
            <ZonedTime at={slot} form="dayAndClock" />
          </h1>
          <p className="soft">
            {t('instead_of')} <Time at={startsAt} form="dayAndClock" />
          </p>
          <p className="soft">{about}</p>
        </div>
        <div className="padded">
          <p className="below-5">{t('move_what')}</p>
          <ActForm
            action={action}
            sent={{ ...sent, slot }}
            submit={t('move_here')}
            pending={t('moving')}
            slotBase={`${path}/move`}
          >
            <Link prefetch={false} className="button" href={path as Route}>
              {t('stay')}
            </Link>
          </ActForm>
          {notice && <NoticeRule notice={notice} />}
        </div>
      </section>
    </>
  )
}
