/** What a doctor can be here; each has its words in `messages`. */
export const specialties = ['general', 'pediatrics', 'cardiology', 'gynaecology'] as const
