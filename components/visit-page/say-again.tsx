import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import type { Channel } from '@/lib/domain/messages/channels'
import type { FormAction } from '@/lib/web/form-answer'

type SayAgainProps = {
  action: FormAction
  /** Made with the page: pressing twice is once. */
  requestId: string
  token: string
  channel: Channel
}

/** Has it sent once more to the address that is known. */
export function SayAgain({ action, channel, ...sent }: SayAgainProps) {
  const t = useTranslations('contact')
  return (
    <ActForm
      action={action}
      sent={{ ...sent, channel, again: 'yes' }}
      submit={t('again')}
      pending={t('sending')}
      className="button bare flush"
    />
  )
}
