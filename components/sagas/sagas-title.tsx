import { useTranslations } from 'next-intl'

type SagasTitleProps = {
  attention: number
  cameBack: number
  /** Whether it is said in the front desk's words: only who runs the clinic calls them sagas. */
  isDesk?: boolean
}

/** How many sagas need a person; without any, how many messages a call. Nobody is needed when there is neither. */
export function SagasTitle({ attention, cameBack, isDesk = false }: SagasTitleProps) {
  const t = useTranslations('sagas')
  const tl = useTranslations('saga_list')
  if (attention > 0)
    return <h1>{isDesk ? tl('desk_attention', { count: attention }) : t('title_attention', { count: attention })}</h1>
  return <h1>{cameBack > 0 ? t('title_came_back', { count: cameBack }) : t('title_fine')}</h1>
}
