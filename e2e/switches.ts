import { expect, type Page } from '@playwright/test'

type Service = 'Calendar' | 'Email and text messages'
type Mode = 'works' | 'refuses everything' | 'is down'

/** An admin makes a service of the demo fail, or work again. */
export async function setFault(admin: Page, service: Service, mode: Mode): Promise<void> {
  await admin.goto('/sagas')
  await admin.getByText('Demo: break something').click()
  const button = admin.getByRole('group', { name: service }).getByRole('button', { name: mode })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}
