import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signInAction } from '@/app/actions/sign-in'
import { SignInForm } from '@/components/sign-in-form'
import { env } from '@/lib/env'
import { findSignedIn } from '@/lib/session'
import { accounts, demoPassword } from '@/prisma/cast'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signin'))('title') }
}

/** Where doctors and staff come in. */
export default async function SignInPage() {
  const user = await findSignedIn()
  if (user) redirect(user.role === 'doctor' ? '/calendar' : '/sagas')
  const t = await getTranslations('signin')
  return (
    <div className="narrow py-6">
      <h1>{t('title')}</h1>
      <p className="soft py-3">{t('body')}</p>
      <section className="sheet pad mt-3">
        <SignInForm action={signInAction} />
      </section>
      {env().CARNET_DEMO === 'on' && (
        <section className="pt-6" aria-labelledby="demo">
          <h2 id="demo">{t('demo')}</h2>
          <ul className="pt-2">
            {Object.values(accounts).map(({ email, role }) => (
              <li key={email}>
                {email} <span className="mute">({t(role)})</span>
              </li>
            ))}
          </ul>
          <p className="soft pt-2">{t('demo_body', { password: demoPassword })}</p>
        </section>
      )}
    </div>
  )
}
