/** Under which name the messages have a sentence that must hold: `live_visits_of_one_doctor_never_overlap`. */
export function promiseKey(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '')
}
