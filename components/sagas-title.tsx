import { useTranslations } from 'next-intl'

/** How many sagas need a person; without any, how many messages a call. Nobody is needed when there is neither. */
export function SagasTitle({ attention, cameBack }: { attention: number; cameBack: number }) {
  const t = useTranslations('sagas')
  if (attention > 0) return <h1>{t('title_attention', { count: attention })}</h1>
  return <h1>{cameBack > 0 ? t('title_came_back', { count: cameBack }) : t('title_fine')}</h1>
}
