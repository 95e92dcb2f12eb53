/** Every way in which Postgres, or Prisma's schema, says by itself what time it is. */
export const clockOfPostgres = new RegExp(
  [
    String.raw`(?<![\w.$])now\s*\(\s*\)`,
    String.raw`\bcurrent_(timestamp|time|date)\b`,
    String.raw`\blocaltime(stamp)?\b`,
    String.raw`\b(clock|statement|transaction)_timestamp\b`,
    String.raw`\btimeofday\s*\(`,
    `'(now|today|tomorrow|yesterday)'::`,
  ].join('|'),
  'i',
)
