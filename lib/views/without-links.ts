import { visitPath } from './visit-path'

const token = new RegExp(`(${visitPath('')})[0-9A-HJKMNP-TV-Z]{26}`, 'g')

/** Returns a message's text without what would open a visit's page. */
export function withoutLinks(text: string): string {
  return text.replace(token, '$1…')
}
