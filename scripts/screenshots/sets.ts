/** What all pictures of one set have in common. */
export type PictureSet = { width: number; theme: 'light' | 'dark'; language: 'fr' | 'en' }

/** Every page at three widths, in both themes and both languages. */
export const allSets: readonly PictureSet[] = [360, 390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['fr', 'en'] as const).map((language) => ({ width, theme, language })),
  ),
)

/** Enough to see what a change of styles does: each width, each theme and each language, not each with each. */
export const fewSets: readonly PictureSet[] = [
  { width: 1280, theme: 'light', language: 'fr' },
  { width: 390, theme: 'light', language: 'fr' },
  { width: 1280, theme: 'dark', language: 'en' },
  { width: 390, theme: 'dark', language: 'fr' },
  { width: 360, theme: 'light', language: 'en' },
]

/** Returns what a set is called: `1280-light-fr`. */
export function setName({ width, theme, language }: PictureSet): string {
  return `${width}-${theme}-${language}`
}

/** Returns the name of a page's picture in a set. */
export function pictureName(page: string, set: PictureSet): string {
  return `${page}-${setName(set)}.png`
}
