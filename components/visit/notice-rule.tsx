import { useTranslations } from 'next-intl'
import type { NoticeOf } from '@/lib/domain/appointment/acts-on'

/** Until when a patient may move and cancel the visit they are about to take, before the rule can bite. */
export function NoticeRule({ notice: { hours, isInside } }: { notice: NoticeOf }) {
  const t = useTranslations('change')
  return <p className="small mute above-3">{t(isInside ? 'rule_inside' : 'rule', { hours })}</p>
}
