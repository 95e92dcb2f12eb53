/** Under which name the messages have a sentence that must hold: `a_live_visit_holds_its_own_slot`. */
export function promiseKey(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '')
}
