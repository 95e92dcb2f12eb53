import { useTranslations } from 'next-intl'

/** What the clinic promises on its first page. */
export function Promises() {
  const t = useTranslations('landing')
  return (
    <section className="promises" aria-labelledby="promises">
      <h2 id="promises">{t('promises')}</h2>
      <ul className="steps3 pt-5">
        {(['follow', 'whole', 'link'] as const).map((name) => (
          <li key={name}>
            <b>{t(`promise_${name}`)}</b>
            <span className="soft">{t(`promise_${name}_body`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
