import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signInAction } from '@/app/actions/anyone/sign-in'
import { landingOf } from '@/app/landing-of'
import { requirePage } from '@/app/require-page'
import { SignInForm } from '@/components/booking/sign-in-form'
import { CookieNote } from '@/components/frame/cookie-note'
import { env } from '@/lib/settings/env'
import { ownPath } from '@/lib/web/return-address'
import { findSignedIn } from '@/lib/web/signed-in'
import { accounts, demoPassword } from '@/prisma/demo/cast'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signin'))('title') }
}

type Search = { searchParams: Promise<{ back?: unknown; entered?: string }> }

/** Where doctors and staff come in. */
export default async function SignInPage({ searchParams }: Search) {
  await requirePage('/sign-in')
  const { back, entered } = await searchParams
  const user = await findSignedIn()
  if (user) redirect(landingOf(user.role, back))
  const t = await getTranslations('signin')
  return (
    <div className="narrow above-5 below-5">
      <h1>{t('title')}</h1>
      <p className="soft above-3 below-3">{t('body')}</p>
      <CookieNote areLost={entered === 'yes'} />
      <section className="sheet padded set-off-small">
        <SignInForm action={signInAction} back={ownPath(back)} />
      </section>
      {env().CARNET_DEMO === 'on' && (
        <section className="above-5" aria-labelledby="demo">
          <h2 id="demo">{t('demo')}</h2>
          <ul className="above-2">
            {Object.values(accounts).map(({ email, role }) => (
              <li key={email}>
                {email} <span className="mute">({t(role)})</span>
              </li>
            ))}
          </ul>
          <p className="soft above-2">{t('demo_body', { password: demoPassword })}</p>
        </section>
      )}
    </div>
  )
}
