/** What a doctor can be here; each has its words in `messages`. Those that a clinic has most often come first. */
export const specialties = [
  'general',
  'pediatrics',
  'cardiology',
  'gynaecology',
  'allergology',
  'dentistry',
  'dermatology',
  'endocrinology',
  'gastroenterology',
  'geriatrics',
  'neurology',
  'ophthalmology',
  'orthopaedics',
  'otolaryngology',
  'psychiatry',
  'pulmonology',
  'radiology',
  'rheumatology',
  'urology',
] as const

export type Specialty = (typeof specialties)[number]
