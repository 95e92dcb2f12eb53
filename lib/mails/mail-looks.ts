/** Inline hex on purpose: mail programs know no custom properties. The values are the light theme's. */
export const ink = {
  paper: '#f4f6fa',
  card: '#ffffff',
  text: '#161d31',
  soft: '#3f485b',
  mute: '#5a6272',
  line: '#dbdeea',
  edge: '#737b8e',
  pen: '#1e439e',
  onPen: '#fbfcfe',
  margin: '#f1a1aa',
  ok: '#0c5c37',
}

export const font = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif'

/** The dark theme's, for programs that know of one: each class takes the place of what stands inline. */
const dark = {
  paper: 'background: #0d111b',
  card: 'background: #151a26; border-color: #2c3243',
  tile: 'background: #1d2637; border-color: #2c3243',
  text: 'color: #eaeef5',
  soft: 'color: #bfc6d3',
  mute: 'color: #a3abbb',
  link: 'color: #90bcfe',
  main: 'background: #90bcfe; color: #0a1328; border-color: #90bcfe',
  quiet: 'color: #90bcfe; border-color: #7d879c',
  ok: 'color: #80dfa8',
  rule: 'border-top-color: #2c3243',
  margin: 'border-left-color: #954753',
}

/** On a phone the buttons stand one below the other, across the whole card. */
const narrow = {
  out: 'padding: 16px 10px',
  pad: 'padding-left: 18px; padding-right: 18px',
  heading: 'font-size: 24px; line-height: 29px',
  stack: 'display: block; width: auto; padding: 0 0 8px',
}

/** The few rules that a mail program may keep. What matters stands inline. */
export const sheet = [
  ':root { color-scheme: light dark; supported-color-schemes: light dark; }',
  `@media (prefers-color-scheme: dark) { ${rulesOf(dark)} }`,
  `@media (max-width: 480px) { ${rulesOf(narrow)} }`,
].join('\n')

function rulesOf(looks: Record<string, string>): string {
  return Object.entries(looks)
    .map(([name, look]) => `.${name} { ${look.replaceAll(/(?=;|$)/g, ' !important')} }`)
    .join(' ')
}
