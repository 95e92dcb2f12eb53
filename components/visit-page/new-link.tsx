import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import type { FormAction } from '@/lib/web/form-answer'

/** For whoever gave the link to their visit away: it is made useless, and they are sent another. */
export function NewLink({ action, token }: { action: FormAction; token: string }) {
  const t = useTranslations('new_link')
  return (
    <details className="small above-4 not-printed">
      <summary>{t('forwarded')}</summary>
      <p className="above-3 below-3">{t('what')}</p>
      <ActForm action={action} sent={{ token }} submit={t('send')} pending={t('sending')} className="button" />
    </details>
  )
}
