import { secondMs } from '@/lib/domain/time'

const isTerminal = process.stdout.isTTY === true
const patienceMs = 3_000

/** What is shown beside a phase that has ended. */
export type Remark = (text: string) => void

let working: NodeJS.Timeout | undefined

/** Does one phase of coming up and prints its line: while it works that it works, then a check mark and its time. */
export async function phase<T>(name: string, work: (remark: Remark) => Promise<T>): Promise<T> {
  const begin = performance.now()
  let told = ''
  showWork(name, begin)
  try {
    const made = await work((text) => {
      told = text
    })
    say(`  ✓ ${name.padEnd(14)} ${seconds(begin, 1)}  ${told}`.trimEnd())
    return made
  } catch (error) {
    say(`  ✗ ${name}`)
    throw error
  }
}

/** Prints a line in place of the hint that a phase is at work. */
export function say(line: string): void {
  clearInterval(working)
  process.stdout.write(isTerminal ? `\r\x1b[2K${line}\n` : `${line}\n`)
}

/** On a terminal the seconds count up in place; elsewhere one line says that it may take a while. */
function showWork(name: string, begin: number): void {
  if (isTerminal) {
    const show = () => process.stdout.write(`\r  · ${name.padEnd(14)} ${seconds(begin, 0)}  working`)
    show()
    working = setInterval(show, 1_000)
  } else {
    working = setTimeout(() => say(`  · ${name.padEnd(14)} working, this may take a minute`), patienceMs)
  }
}

function seconds(begin: number, digits: number): string {
  return `${((performance.now() - begin) / secondMs).toFixed(digits).padStart(6)} s`
}
