/** What French puts before the first word of a clinic's name, when it is one of these. */
const prepositions: readonly [RegExp, string][] = [
  [/^(maison|clinique|polyclinique|policlinique|fondation|pharmacie|villa)$/i, 'à la '],
  [/^(la|l)$/i, 'à '],
  [/^(hôpital|hopital|institut|espace|unité|établissement)$/i, 'à l’'],
  [/^(centre|cabinet|pôle|pole|dispensaire|groupe|service|point|chu|chr)$/i, 'au '],
]

/**
 * Returns a clinic as the place one comes to: `au Centre de santé des Lilas`, `à la Clinique du Parc`; a name that
 * says no kind of place is treated as a person’s, `chez Médica`. In English always `at Clinique du Parc`.
 */
export function atTheClinic(name: string, locale: string): string {
  if (locale !== 'fr') return `at ${name.trim()}`
  const [, article = '', rest = ''] = /^(les?)\s+(.+)$/i.exec(name.trim()) ?? []
  if (article) return `${article.length === 3 ? 'aux' : 'au'} ${rest}`
  const first = name.trim().split(/[\s’']/, 1)[0] ?? ''
  const preposition = prepositions.find(([words]) => words.test(first))?.[1] ?? 'chez '
  return `${preposition}${name.trim()}`
}
