'use client'

import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/form/disclosure'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useForm } from '@/components/form/use-form'
import { GivenPassword } from '@/components/ui/given-password'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './clinic.module.css'

type Account = { id: string; name: string; email: string; role: 'doctor' | 'staff' | 'admin' }
type AccountListProps = { action: FormAction; accounts: readonly Account[]; own: string }

/** Who signs in to the desk. A new password and another role are asked once more before they are given. */
export function AccountList({ action, accounts, own }: AccountListProps) {
  const t = useTranslations('clinic')
  const [answer, send] = useForm(action, 'accounts')
  const changed = accounts.find(({ id }) => id === answer.values.userId)
  return (
    <section className="sheet" aria-labelledby="accounts">
      <h2 id="accounts" className="padded">
        {t('accounts')}
      </h2>
      <div className={styles.beside}>
        <FaultNote reference={answer.fault} />
        <RefusalNote refusal={answer.refusals[0]} />
        <GivenPassword whose={changed?.name ?? ''} password={answer.values.given} />
      </div>
      <ul className={styles.kept}>
        {accounts.map(({ id, name, email, role }) => {
          const to = role === 'admin' ? 'staff' : 'admin'
          const act = (change: string, submit: string) => (
            <form action={send} key={change}>
              <input type="hidden" name="userId" value={id} />
              <input type="hidden" name="change" value={change} />
              <SubmitButton className="button compact" pending={t('saving')}>
                {submit}
              </SubmitButton>
            </form>
          )
          return (
            <li key={`${id}-${role}-${answer.values.userId === id}`}>
              <div className="shrinks">
                <p className="strong">{name}</p>
                <p className="small soft">
                  {t(`role_${role}`)} · {email}
                </p>
              </div>
              <Disclosure label={t('change')} spoken={`${t('change')} ${name}`}>
                <p className="small soft">{t('change_what')}</p>
                <div className="row">
                  {act('password', t('new_password'))}
                  {role !== 'doctor' && id !== own && act(to, t(`make_${to}`))}
                </div>
              </Disclosure>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
