type Named = { name: string; form: 'Dre' | 'Dr' }

/** `Dre Hélène Vasseur` in French, `Dr Hélène Vasseur` in English. */
export function doctorName({ name, form }: Named, locale: string): string {
  return `${locale === 'fr' ? form : 'Dr'} ${name}`
}

/** `Dre Vasseur`, for a sentence. */
export function doctorShortName({ name, form }: Named, locale: string): string {
  return doctorName({ name: name.split(' ').at(-1) ?? name, form }, locale)
}

/** `la Dre Vasseur`, `le Dr Roth`: French gives a doctor an article inside a sentence; English gives none. */
export function theDoctor(doctor: Named, locale: string): string {
  const short = doctorShortName(doctor, locale)
  return locale === 'fr' ? `${doctor.form === 'Dre' ? 'la' : 'le'} ${short}` : short
}

/** `de la Dre Vasseur`, `du Dr Roth`; `Dr Vasseur’s` in English. */
export function ofTheDoctor(doctor: Named, locale: string): string {
  const short = doctorShortName(doctor, locale)
  if (locale !== 'fr') return `${short}’s`
  return doctor.form === 'Dre' ? `de la ${short}` : `du ${short}`
}
