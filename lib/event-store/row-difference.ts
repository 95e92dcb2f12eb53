import type { ReadModels } from './read-models'

/** Returns the rows of one table in several read models. */
export function rowsOf<Table extends keyof ReadModels>(
  models: readonly ReadModels[],
  table: Table,
): ReadModels[Table][number][] {
  return models.flatMap((model) => model[table] as ReadModels[Table][number][])
}

/** Returns the rows of `some` that do not stand in `others` in just this form. */
export function difference<Row>(some: readonly Row[], others: readonly Row[]): Row[] {
  const known = new Set(others.map((row) => JSON.stringify(row)))
  return some.filter((row) => !known.has(JSON.stringify(row)))
}
