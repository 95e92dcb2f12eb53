import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SubmitButton } from './submit-button'

const services = ['calendar', 'mail'] as const
const modes = ['works', 'refuses', 'down'] as const

type DemoSwitchesProps = {
  /** What is broken now, by service. */
  faults: Record<string, string>
  action: (form: FormData) => Promise<void>
}

/** The demo's best minute: make a service fail, book, and watch everything be undone. */
export function DemoSwitches({ faults, action }: DemoSwitchesProps) {
  const t = useTranslations('demo')
  const isBroken = Object.keys(faults).length > 0
  return (
    <details className={`note mb-5 ${isBroken ? 'attention' : 'waiting'}`} open={isBroken}>
      <summary>
        <FlaskConical className="icon" aria-hidden="true" /> {t('title')}
        {isBroken && <b className="strong"> {t('broken')}</b>}
      </summary>
      <form action={action} className="switches" key={JSON.stringify(faults)}>
        <p className="soft">{t('body')}</p>
        {services.map((service) => (
          <label key={service} className="field">
            <span className="strong">{t(service)}</span>
            <select name={service} className="input" defaultValue={faults[service] ?? 'works'}>
              {modes.map((mode) => (
                <option key={mode} value={mode}>
                  {t(mode)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <SubmitButton className="btn" pending={t('applying')}>
          {t('apply')}
        </SubmitButton>
      </form>
    </details>
  )
}
