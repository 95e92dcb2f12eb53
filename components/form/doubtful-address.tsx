import { useTranslations } from 'next-intl'
import type { FormAnswer } from '@/lib/web/form-answer'

/**
 * An address that was likely mistyped is asked about and never forbidden: one press takes it as it is, another takes the
 * one that was meant. The first is what the Enter key presses; it says of which address, so a corrected one is read anew.
 */
export function DoubtfulAddress({ state, field }: { state: FormAnswer; field: string }) {
  const t = useTranslations('book')
  const doubt = state.refusals.find((refusal) => refusal.name === 'email_doubtful')
  const kept = state.values.sure && <input type="hidden" name="sure" value={state.values.sure} />
  if (doubt?.name !== 'email_doubtful') return kept || null
  return (
    <div className="row">
      <button type="submit" className="button" name="sure" value={state.values[field]}>
        {t('sure')}
      </button>
      <button type="submit" className="button" name="instead" value={doubt.data.meant}>
        {t('instead_of', { meant: doubt.data.meant })}
      </button>
    </div>
  )
}
