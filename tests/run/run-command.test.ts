import { expect, onTestFinished, test, vi } from 'vitest'
import { keptOutput, runCommand } from './run-command'

test('what runs beside the rest prints nothing until it is its turn, then all of it, then as it comes', async () => {
  const printed: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
  onTestFinished(() => write.mockRestore())
  const output = keptOutput()
  expect(await runCommand('biome', ['--version'], { output })).toMatchObject({ code: 0 })
  expect(printed).toEqual([])
  output.show()
  expect(printed.join('')).toMatch(/^Version: \d/)
  output.write(Buffer.from('later'))
  expect(printed.at(-1)).toBe('later')
})

test('a command that there is none of ends with code 1', async () => {
  expect(await runCommand('no-such-command', [])).toMatchObject({ code: 1 })
})
