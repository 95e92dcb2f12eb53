import { expect, type Page } from '@playwright/test'

type Service = 'Calendar' | 'Mail and SMS'
type Mode = 'works' | 'refuses everything' | 'is down'

/** An admin makes a service of the demo fail, or work again. */
export async function setFault(admin: Page, service: Service, mode: Mode): Promise<void> {
  await admin.goto('/sagas')
  const select = admin.getByLabel(service)
  if (!(await select.isVisible())) await admin.getByText('Demo: make a service fail').click()
  await select.selectOption({ label: mode })
  await admin.getByRole('button', { name: 'Apply' }).click()
  const broken = admin.getByText('A service is made to fail on purpose.')
  await expect(broken).toBeVisible({ visible: mode !== 'works' })
}
