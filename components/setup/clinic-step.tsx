'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { Field } from '@/components/form/field'
import { SelectField } from '@/components/form/select-field'
import type { Opening } from '@/lib/domain/opening/opening'
import type { FormAction } from '@/lib/web/form-answer'
import { StepForm } from './step-form'

type ClinicStepProps = {
  action: FormAction
  clinic: Opening['clinic']
  /** The link that was printed at the start, until it is used. */
  link: string
  timeZones: readonly string[]
  locale: 'fr' | 'en'
}

/** What the clinic is called, and where it is. */
export function ClinicStep({ action, clinic, link, timeZones, locale }: ClinicStepProps) {
  const t = useTranslations('setup')
  const tc = useTranslations('clinic')
  return (
    <StepForm action={action} step="clinic" before={null} submit={t('on_to_you')}>
      {(field) => (
        <>
          <input type="hidden" name="link" value={link} />
          <Field {...field('name', clinic?.name ?? '')} label={tc('name')} limit="line" autoComplete="organization" />
          <Field
            {...field('address', clinic?.address ?? '')}
            label={tc('address')}
            limit="line"
            autoComplete="street-address"
          />
          <Field
            {...field('phone', clinic?.phone ?? '')}
            label={tc('phone')}
            type="tel"
            limit="phone"
            autoComplete="tel"
          />
          <SelectField
            {...field('timeZone', clinic?.timeZone ?? 'Europe/Paris')}
            label={t('time_zone')}
            hint={t('time_zone_hint')}
            options={timeZones.map((zone) => ({ value: zone, label: zone }))}
          />
          <ChoiceField
            {...field('language', clinic?.language ?? locale)}
            label={t('language')}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </>
      )}
    </StepForm>
  )
}
