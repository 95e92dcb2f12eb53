'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { Ask } from './ask'
import { FaultNote } from './fault-note'
import { GivenPassword } from './given-password'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'

type Account = { id: string; name: string; email: string; role: 'doctor' | 'staff' | 'admin' }
type AccountListProps = { action: FormAction; accounts: readonly Account[]; own: string }

/** Who signs in to the desk. A new password and another role are asked once more before they are given. */
export function AccountList({ action, accounts, own }: AccountListProps) {
  const t = useTranslations('clinic')
  const [answer, send] = useActionState(action, freshForm)
  const changed = accounts.find(({ id }) => id === answer.values.userId)
  return (
    <section className="sheet" aria-labelledby="accounts">
      <h2 id="accounts" className="pad">
        {t('accounts')}
      </h2>
      <div className="px-8">
        <FaultNote reference={answer.fault} />
        <RefusalNote refusal={answer.refusals[0]} />
        <GivenPassword whose={changed?.name ?? ''} password={answer.values.given} />
      </div>
      <ul className="kept">
        {accounts.map(({ id, name, email, role }) => {
          const to = role === 'admin' ? 'staff' : 'admin'
          const act = (change: string, submit: string) => (
            <form action={send} key={change}>
              <input type="hidden" name="userId" value={id} />
              <input type="hidden" name="change" value={change} />
              <SubmitButton className="btn s" pending={t('saving')}>
                {submit}
              </SubmitButton>
            </form>
          )
          return (
            <li key={`${id}-${role}-${answer.values.userId === id}`}>
              <div className="min-w-0">
                <p className="strong">{name}</p>
                <p className="small soft">
                  {t(`role_${role}`)} · {email}
                </p>
              </div>
              <Ask label={t('change')} spoken={`${t('change')} ${name}`}>
                <p className="small soft">{t('change_what')}</p>
                <div className="row">
                  {act('password', t('new_password'))}
                  {role !== 'doctor' && id !== own && act(to, t(`make_${to}`))}
                </div>
              </Ask>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
