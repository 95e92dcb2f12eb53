import { expect, test, vi } from 'vitest'

test('two copies of a module have one thing of a name, which is made once', async () => {
  const first = await import('./once-per-process')
  vi.resetModules()
  const second = await import('./once-per-process')
  expect(second.oncePerProcess).not.toBe(first.oncePerProcess)
  const make = vi.fn(() => ({}))
  expect(second.oncePerProcess('carnetTest', make)).toBe(first.oncePerProcess('carnetTest', make))
  expect(make).toHaveBeenCalledTimes(1)
})
