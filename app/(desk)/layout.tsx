import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { setLocale } from '@/app/actions/anyone/set-locale'
import { signOutAction } from '@/app/actions/anyone/sign-out'
import { changeRunAction } from '@/app/actions/desk/change-run'
import { ClientMessages } from '@/app/client-messages'
import { Reader } from '@/components/form/reader'
import { DeskFrame, type DeskLink } from '@/components/frame/desk-frame'
import { RunsTold } from '@/components/runs/runs-told'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { findDoctorOfUser } from '@/lib/queries/people/doctors'
import { listRunsToTell } from '@/lib/queries/run/runs'
import { countSagas } from '@/lib/queries/saga/sagas'
import { isOpenTo } from '@/lib/web/access'
import { findSignedIn, type SignedIn } from '@/lib/web/signed-in'
import { deskPages } from './pages'

/**
 * The frame of the desk's pages, with links to those that this person may open. Whether they may open this one, the
 * page asks.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await findSignedIn()
  const now = isoNow()
  const runs = await runsFor(user, now)
  return (
    <ClientMessages on="desk">
      <Reader id={user?.id ?? ''} />
      <DeskFrame
        links={await linksFor(user)}
        name={user?.name}
        finds={isOpenTo(deskPages['/patients'].access, user?.role)}
        setLocale={setLocale}
        signOut={signOutAction}
      >
        <RunsTold runs={runs} now={now} action={changeRunAction} />
        {children}
      </DeskFrame>
    </ClientMessages>
  )
}

/** The runs that this person may see: a doctor their own, the desk all. */
async function runsFor(user: SignedIn | undefined, now: string) {
  if (!user || !isOpenTo(deskPages['/runs'].access, user.role)) return []
  if (user.role !== 'doctor') return listRunsToTell(db(), { doctorId: null }, now)
  const doctor = await findDoctorOfUser(db(), user.id)
  return doctor ? listRunsToTell(db(), { doctorId: doctor.id }, now) : []
}

async function linksFor(user: SignedIn | undefined): Promise<DeskLink[]> {
  const t = await getTranslations('desk')
  const open = Object.entries(deskPages).filter(([, { access }]) => isOpenTo(access, user?.role))
  const links = open.map(async ([href, page]) => {
    if (!('word' in page)) return []
    const attention = href === '/sagas' ? (await countSagas(db())).attention : 0
    // The desk has things to do; sagas are the word of who runs the clinic.
    const word = href === '/sagas' && user?.role !== 'admin' ? 'todo' : page.word
    return { href, marks: marksOf(href), Icon: page.Icon, label: t(word), attention }
  })
  return (await Promise.all(links)).flat()
}

/** A page and those one comes to from it. */
function marksOf(href: string): string[] {
  const parts = Object.entries(deskPages).filter(([, page]) => 'partOf' in page && page.partOf === href)
  return [href, ...parts.map(([part]) => part)]
}
