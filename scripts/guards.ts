import { guard, type Tally, vitest } from './tally'

const rooms = [
  'app',
  'components',
  'lib',
  'inngest',
  'prisma',
  'scripts',
  'e2e',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
]

/** Everything that needs no database and no browser: types, lint, rooms, dead code, unit tests. */
export async function runGuards(): Promise<Tally[]> {
  return [
    await guard('types', 'tsc', '--noEmit'),
    await guard('lint', 'biome', 'ci', '--error-on-warnings', '.'),
    await guard('rooms', 'depcruise', '--config', '.dependency-cruiser.mjs', ...rooms),
    await guard('dead code', 'knip', '--no-config-hints'),
    await vitest('unit'),
  ]
}
