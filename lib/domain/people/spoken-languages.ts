/** What a doctor can speak with patients, by their codes (ISO 639): those most asked for in France come first. */
// biome-ignore format: one list, read as one
export const spokenLanguages = [
  'fr', 'en', 'ar', 'de', 'es', 'it', 'pt', 'zh', 'ru', 'pl', 'ro', 'tr', 'uk', 'am', 'bm', 'bn', 'bg', 'cs', 'el', 'fa',
  'ff', 'ha', 'he', 'hi', 'hr', 'hu', 'ja', 'kab', 'ko', 'ln', 'nl', 'ps', 'so', 'sr', 'sw', 'ta', 'ti', 'ur', 'vi', 'wo',
] as const

export type SpokenLanguage = (typeof spokenLanguages)[number]
