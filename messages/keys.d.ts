import type messages from './en.json'

// Makes a key that is not in the messages a type error.
declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof messages
    Locale: 'fr' | 'en'
  }
}
