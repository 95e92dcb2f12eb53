import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import styles from './clinic.module.css'

type BilingualLineProps = {
  /** The fields are called so, with Fr and En. */
  name: string
  label: string
  hint: string
  written: { fr: string; en: string }
  refusalOf: (field: string) => string | undefined
}

/** A line in both languages, beside each other. */
export function BilingualLine({ name, label, hint, written, refusalOf }: BilingualLineProps) {
  const t = useTranslations('clinic_edit')
  const field = (locale: 'fr' | 'en', of: string, said: string) => (
    <Field
      name={of}
      label={`${label}, ${said}`}
      hint={hint}
      limit="line"
      lang={locale}
      autoComplete="off"
      defaultValue={written[locale]}
      refusal={refusalOf(of)}
    />
  )
  return (
    <div className={styles.pair}>
      {field('fr', `${name}Fr`, t('french'))}
      {field('en', `${name}En`, t('english'))}
    </div>
  )
}
