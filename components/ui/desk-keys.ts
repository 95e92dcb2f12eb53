/**
 * The keys of the whole desk: one means the same on every page that answers to it. As the browser names them, letters in
 * lower case; where there are two, either will do.
 */
export const deskKeys = {
  everywhere: { help: ['?'], find: ['/'], back: ['z'], leave: ['Escape'], book: ['r'] },
  time: {
    previous: ['ArrowLeft'],
    next: ['ArrowRight'],
    today: ['.'],
    day: ['d'],
    week: ['w'],
    month: ['o'],
    list: ['l'],
  },
  rows: { up: ['ArrowUp', 'k'], down: ['ArrowDown', 'j'], open: ['Enter'], choose: ['x'] },
  visit: {
    arrived: ['a'],
    called_in: ['e'],
    completed: ['t'],
    no_show: ['n'],
    confirm: ['c'],
    move: ['m'],
    cancel: ['Backspace'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

type Groups = typeof deskKeys
export type KeyGroup = keyof Groups
/** What a key does. */
export type DeskKey = { [Group in KeyGroup]: keyof Groups[Group] }[KeyGroup]

/** Returns by which keys something is done. */
export function keysOf(name: DeskKey): readonly string[] {
  const all: Partial<Record<DeskKey, readonly string[]>> = Object.assign({}, ...Object.values(deskKeys))
  return all[name] ?? []
}

const signs: Partial<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: '⏎',
  Backspace: '⌫',
}

/** Returns how a key is written on a page. */
export function keySign(key: string): string {
  return signs[key] ?? key.toUpperCase()
}
