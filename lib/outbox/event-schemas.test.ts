import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventTypes } from '@/lib/event-store/recorded'
import { readEventSchemas, schemaFolder } from '@/scripts/test-event-schemas'
import { cloudEventType, schemaName, wireType } from './cloud-event'

const { envelope, events } = readEventSchemas()

test('every type of event has a schema, and every schema a type', () => {
  expect(events.map(({ $id }) => $id).toSorted()).toEqual(eventTypes.map(schemaName).toSorted())
})

test.each(eventTypes)('%s has the schema of its own name, in a file of that name', (type) => {
  const schema = events.find(({ $id }) => $id === schemaName(type))
  expect(schema?.file).toBe(`${schemaName(type).split(':')[3]}.json`)
  expect(schema?.title).toBe(type)
  expect(schema?.properties.type).toEqual({ const: wireType(type) })
  expect(schema?.required.slice(0, 4)).toEqual(['type', 'sagaId', 'appointmentId', 'timestamp'])
})

test('no schema leaves room for what it does not name', () => {
  for (const schema of [envelope, ...events]) {
    const open = objectsIn(schema).filter((one) => 'properties' in one && one.additionalProperties !== false)
    expect(open).toEqual([])
  }
})

test('the page of events has a line for each, with its names and its file', () => {
  const page = readFileSync(`${schemaFolder}/README.md`, 'utf8')
  for (const type of eventTypes) {
    const [line = ''] = page.split('\n').filter((text) => text.startsWith(`| \`${wireType(type)}\` |`))
    expect(line).toContain(`\`${cloudEventType(type)}\``)
    expect(line).toContain(`(${schemaName(type).split(':')[3]}.json)`)
  }
})

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const own = value as Record<string, unknown>
  return [own, ...Object.values(own).flatMap(objectsIn)]
}
