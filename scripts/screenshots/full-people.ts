const firstNames =
  'Rose Yanis Chloé Hugo Élise Noor Ilyes Sacha Adam Maya Gabriel Ines Anna Jules Louise Malik Zoé Tom Nina Oscar'.split(
    ' ',
  )
const lastNames =
  'Ellis,Amrani,Marchand,Bernard,Caron,Haddad,Morel,Roy,Rahman,Okoye,Simon,Novák,Keller,Perrin,Faure,Diallo,Garnier,Besson,Costa,Vidal,Riou,O’Sullivan,Weber'.split(
    ',',
  )
/** Names as long as those that people have. */
const longNames = [
  'Jean-Baptiste de La Rochefoucauld-Montbel',
  'Maximilienne-Alexandra Papadopoulou-Vandenbroucke',
  'Nguyễn Thị Minh Khai',
  'Þórunn Sigríður Guðmundsdóttir',
  'Marie-Françoise Ékoué-Kponton d’Almeida',
]
const reasons = ['Otite qui revient', 'Renouvellement', 'Fièvre depuis dimanche, et une toux qui empêche de dormir']

/** Who comes as the nth to the full clinic: one in seven has a long name, two in three a number, one in four a reason. */
export function personOfFullClinic(number: number) {
  const first = firstNames[number % firstNames.length] ?? 'Rose'
  const last = lastNames[(number * 7) % lastNames.length] ?? 'Ellis'
  const name = number % 7 === 3 ? (longNames[(number >> 3) % longNames.length] ?? first) : `${first} ${last}`
  const mailbox = name.normalize('NFD').replaceAll(/[^a-z]+/gi, '.')
  return {
    patient: {
      name,
      email: `${mailbox.toLowerCase()}.${number}@messagerie.example.org`,
      phone: number % 3 === 0 ? null : `06 39 98 ${String(10 + (number % 90))} ${String(10 + ((number * 3) % 90))}`,
      language: number % 5 === 0 ? ('en' as const) : ('fr' as const),
    },
    birthDate: number % 4 === 1 ? null : `${2008 + (number % 18)}-0${1 + (number % 9)}-1${number % 10}`,
    reason: number % 4 === 0 ? (reasons[(number >> 2) % reasons.length] ?? null) : null,
  }
}
