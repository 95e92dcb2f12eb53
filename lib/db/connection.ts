/**
 * What our statements and our reading of their answers rely on, with the values of a Postgres that nobody has touched.
 * A database, a role or a server may have other ones by default; each connection says these, and they win.
 */
export const reliedOn: Readonly<Record<string, string>> = {
  // A statement sees what was committed before it began: the race for an hour is lost with a refusal, not with a 40001.
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  // What was answered to a patient is on the disk.
  synchronous_commit: 'on',
  // The adapter writes instants without an offset: Europe/Rome would store 10:00Z as 08:00Z.
  timezone: 'UTC',
  // How an answer is written, and how a text that we send is read.
  client_encoding: 'UTF8',
  datestyle: 'ISO,MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  // Statements name tables and functions without their schema.
  search_path: 'public',
  // Ours end by themselves: a lease, a step's deadline or the server's own detection of deadlocks sees to it. What waits
  // on purpose (the listener, the engine's lock, a migration of many rows) must not be cut off.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
}

/** What `pg` is told of a database: its address, and the settings that each session begins with. */
export type Connection = { connectionString: string; options: string }

/**
 * Returns how to connect to the database of a `postgres://` address with everything pinned that is relied on. Options in
 * the address are kept and come first; ours win. (`pg` would take those of the address alone.)
 */
export function connectionTo(url: string): Connection {
  const [place = '', query = ''] = url.split(/\?(.*)/s)
  const theirs = new URLSearchParams(query).getAll('options')
  const rest = query.split('&').filter((part) => part && !part.startsWith('options='))
  const ours = Object.entries(reliedOn).map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
  return {
    connectionString: rest.length > 0 ? `${place}?${rest.join('&')}` : place,
    options: [...theirs, ...ours].join(' '),
  }
}

/**
 * The query that names what a session has otherwise than it is relied on, with what it has instead. A pooler between may
 * swallow what we say. Triggers that do not fire (`session_replication_role`) can be asked about, and only a superuser
 * may set it.
 */
export const lostSettings = `
  select s.name, s.setting from pg_settings s join (values
    ${Object.entries({ ...reliedOn, session_replication_role: 'origin' })
      .map(([name, value]) => `('${name}', '${value}')`)
      .join(', ')}
  ) relied (name, setting) on relied.name = lower(s.name) and relied.setting <> replace(s.setting, ', ', ',')`
