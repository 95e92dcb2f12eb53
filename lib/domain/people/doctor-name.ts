type Named = { name: string; form: 'Dre' | 'Dr' }

/** Returns a doctor's whole name with its title: `Dre Hélène Vasseur` in French, `Dr Hélène Vasseur` in English. */
export function doctorName({ name, form }: Named, locale: string): string {
  return `${locale === 'fr' ? form : 'Dr'} ${name}`
}

/** Returns a doctor's family name with its title, for a sentence: `Dre Vasseur`. */
export function doctorShortName({ name, form }: Named, locale: string): string {
  return doctorName({ name: name.split(' ').at(-1) ?? name, form }, locale)
}

/**
 * Returns a doctor's name inside a sentence. French gives it an article (`la Dre Vasseur`, `le Dr Roth`), English gives
 * none.
 */
export function theDoctor(doctor: Named, locale: string): string {
  const short = doctorShortName(doctor, locale)
  return locale === 'fr' ? `${doctor.form === 'Dre' ? 'la' : 'le'} ${short}` : short
}

/** Returns a doctor's name as an owner: `de la Dre Vasseur`, `du Dr Roth`; `Dr Vasseur’s` in English. */
export function ofTheDoctor(doctor: Named, locale: string): string {
  const short = doctorShortName(doctor, locale)
  if (locale !== 'fr') return `${short}’s`
  return doctor.form === 'Dre' ? `de la ${short}` : `du ${short}`
}
