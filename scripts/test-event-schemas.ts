import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export const schemaFolder = 'docs/events'

export type EventSchema = {
  file: string
  $id: string
  title: string
  properties: Record<string, unknown>
  required: string[]
}

/** The schemas that consumers are given: of the envelope, and of each event's data. */
export function readEventSchemas(): { envelope: EventSchema; events: EventSchema[] } {
  const files = readdirSync(schemaFolder).filter((name) => name.endsWith('.json'))
  const all = files.map((file): EventSchema => {
    return { file, ...JSON.parse(readFileSync(path.join(schemaFolder, file), 'utf8')) }
  })
  const envelope = all.find(({ file }) => file === 'envelope.json')
  if (!envelope) throw new Error('the envelope has no schema')
  return { envelope, events: all.filter((one) => one !== envelope) }
}

/** What a consumer who checks everything would complain of in a message; empty when nothing. */
export function complainer(): (message: string) => string[] {
  const { envelope, events } = readEventSchemas()
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  for (const { file: _, ...schema } of [envelope, ...events]) ajv.addSchema(schema)
  const complaints = (id: string, value: unknown) => {
    const validate = ajv.getSchema(id)
    if (!validate) return [`${id}: there is no such schema`]
    validate(value)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${id}${instancePath}: ${message}`)
  }
  return (message) => {
    const cloudEvent = JSON.parse(message)
    return [...complaints(envelope.$id, cloudEvent), ...complaints(cloudEvent.dataschema, cloudEvent.data)]
  }
}
