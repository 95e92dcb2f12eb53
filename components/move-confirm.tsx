import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { FormAction } from '@/lib/form-answer'
import { ActForm } from './act-form'
import { BackLink } from './back-link'
import { Time } from './time'

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
}

/** One hour a visit can move to, and the button that moves it there. */
export function MoveConfirm({ action, sent, path, startsAt, slot, about }: MoveConfirmProps) {
  const t = useTranslations('change')
  return (
    <>
      <BackLink href={`${path}/move`}>{t('other_slots')}</BackLink>
      <section className="sheet" aria-labelledby="slot">
        <div className="bookhead">
          <h1 id="slot" className="first-letter:uppercase">
            <Time at={slot} form="dayAndClock" />
          </h1>
          <p className="soft">
            {t('instead_of')} <Time at={startsAt} form="dayAndClock" />
          </p>
          <p className="soft">{about}</p>
        </div>
        <div className="pad">
          <p className="pb-5">{t('move_what')}</p>
          <ActForm
            action={action}
            sent={{ ...sent, slot }}
            submit={t('move_here')}
            pending={t('moving')}
            slotBase={`${path}/move`}
          >
            <Link prefetch={false} className="btn" href={path as Route}>
              {t('stay')}
            </Link>
          </ActForm>
        </div>
      </section>
    </>
  )
}
