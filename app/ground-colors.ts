/** The ground of every page, in both themes: `--paper` of app/styles/tokens.css in the notation that all browsers read. */
export const groundColors = { light: '#f4f6fa', dark: '#0d111b' } as const
