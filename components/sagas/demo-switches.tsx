import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './demo.module.css'

const services = ['mail', 'calendar'] as const
const modes = ['works', 'refuses', 'down'] as const

type DemoSwitchesProps = {
  /** What is broken now, by service. */
  faults: Record<string, string>
  action: (form: FormData) => Promise<void>
}

/** The demo's best minute, folded to one line: what to break, where to book, and what to watch being undone. */
export function DemoSwitches({ faults, action }: DemoSwitchesProps) {
  const t = useTranslations('demo')
  const isBroken = Object.keys(faults).length > 0
  return (
    <section className={`sheet ${styles.card} ${isBroken ? 'attention' : 'waiting'}`} aria-labelledby="demo">
      <details>
        <summary>
          <h2 id="demo">
            <FlaskConical className="icon" aria-hidden="true" /> {t('title')}
          </h2>
          <span className="small" role="status">
            {isBroken && <b className="strong">{t('broken')}</b>}
          </span>
        </summary>
        <ol className={styles.steps}>
          <li>
            <p className="strong">{t('step_break')}</p>
            <div className={styles.switches}>
              {services.map((service) => (
                <Switch key={service} service={service} faults={faults} action={action} />
              ))}
            </div>
          </li>
          <li>
            <p className="strong">{t('step_book')}</p>
            <p className="small soft">
              <Link prefetch={false} href="/">
                {t('book')}
              </Link>{' '}
              {t('book_what')}
            </p>
          </li>
          <li>
            <p className="strong">{t('step_watch')}</p>
            <p className="small soft">{t(isBroken ? 'watch_broken' : 'watch')}</p>
          </li>
        </ol>
      </details>
    </section>
  )
}

type SwitchProps = DemoSwitchesProps & { service: (typeof services)[number] }

/** One service: pressing a word makes it so at once. The other service's word is sent along as it is. */
function Switch({ service, faults, action }: SwitchProps) {
  const t = useTranslations('demo')
  const now = faults[service] ?? 'works'
  return (
    <form action={action}>
      <fieldset className={styles.switch}>
        <legend className="small soft">{t(service)}</legend>
        {services
          .filter((other) => other !== service)
          .map((other) => (
            <input key={other} type="hidden" name={other} value={faults[other] ?? 'works'} />
          ))}
        <div className="segments">
          {modes.map((mode) => (
            <button key={mode} type="submit" name={service} value={mode} aria-pressed={mode === now}>
              {t(mode)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
