import { z } from 'zod'

/** An e-mail address as a form takes it; the messages are the refusals' names. */
export const emailField = z
  .string('email_missing')
  .trim()
  .min(1, 'email_missing')
  .max(254, 'email_too_long')
  .refine((text) => text.includes('@'), { error: 'email_no_at', abort: true })
  .pipe(z.email('email_invalid'))
