import type { ReactNode } from 'react'
import { setLocale } from '@/app/actions/set-locale'
import { signOutAction } from '@/app/actions/sign-out'
import { DeskFrame, type DeskPage } from '@/components/desk-frame'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { countSagas } from '@/lib/queries/sagas'
import type { SignedIn } from '@/lib/session'
import { ClientMessages } from './client-messages'

type DeskProps = { user: SignedIn | undefined; current: DeskPage; children: ReactNode }

/** The frame of a desk page, with the pages this person may open. */
export async function Desk({ user, current, children }: DeskProps) {
  const pages: DeskPage[] = user ? pagesOf[user.role] : []
  const open: DeskPage[] = env().CARNET_DEMO === 'on' || user?.role === 'admin' ? [...pages, 'inbox'] : pages
  const attention = open.includes('sagas') ? (await countSagas(db())).attention : 0
  return (
    <ClientMessages on="desk">
      <DeskFrame
        open={open}
        current={current}
        name={user?.name}
        attention={attention}
        setLocale={setLocale}
        signOut={signOutAction}
      >
        {children}
      </DeskFrame>
    </ClientMessages>
  )
}

const pagesOf: Record<SignedIn['role'], DeskPage[]> = {
  patient: [],
  doctor: ['calendar', 'day', 'hours'],
  staff: ['sagas', 'day', 'health', 'hours'],
  admin: ['sagas', 'day', 'health', 'hours', 'clinic'],
}
