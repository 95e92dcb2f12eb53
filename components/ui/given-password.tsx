import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** A password that is shown this once: nobody, not even Carnet, can read it again. */
export function GivenPassword({ whose, password }: { whose: string; password: string | undefined }) {
  const t = useTranslations('clinic')
  if (!password) return null
  return (
    <div className="note ok" role="status">
      <KeyRound className="icon" aria-hidden="true" />
      <div>
        <p>{t('password_of', { name: whose })}</p>
        <p className="strong numeric">
          <code>{password}</code>
        </p>
        <p className="small">{t('password_once')}</p>
      </div>
    </div>
  )
}
