import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { services } from '@/lib/domain/saga/failure'
import { kindOf, streamedTypes } from '@/lib/event-store/stream-kinds'
import { readEventSchemas, schemaFolder } from '@/tests/fixtures/event-schemas'
import { cloudEventType, schemaName, wireType } from './cloud-event'

const { envelope, events } = readEventSchemas()

test('every type of event has a schema, and every schema a type', () => {
  expect(events.map(({ $id }) => $id).toSorted()).toEqual(streamedTypes.map(schemaName).toSorted())
})

test.each(streamedTypes)('%s has the schema of its own name, in a file of that name', (type) => {
  const schema = events.find(({ $id }) => $id === schemaName(type))
  expect(schema?.file).toBe(`${schemaName(type).split(':')[3]}.json`)
  expect(schema?.title).toBe(type)
  expect(schema?.properties.type).toEqual({ const: wireType(type) })
  const about = kindOf(type) === 'patient' ? 'patientId' : 'appointmentId'
  expect(schema?.required.slice(0, 4)).toEqual(['type', 'sagaId', about, 'timestamp'])
})

test('no schema leaves room for what it does not name', () => {
  for (const schema of [envelope, ...events]) {
    const open = objectsIn(schema).filter((object) => 'properties' in object && object.additionalProperties !== false)
    expect(open).toEqual([])
  }
})

test('the schemas know every service a step can depend on', () => {
  const known = JSON.stringify({ enum: [...services] }).slice(1, -1)
  const naming = events.filter(({ properties }) => JSON.stringify(properties).includes('"service"'))
  expect(naming.map(({ title }) => title)).toContain('SagaStarted')
  for (const { properties } of naming) expect(JSON.stringify(properties)).toContain(`"service":{${known}}`)
})

test('the page of events has a line for each, with its names and its file', () => {
  const page = readFileSync(`${schemaFolder}/README.md`, 'utf8')
  for (const type of streamedTypes) {
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
