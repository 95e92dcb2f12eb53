import { expect, test } from 'vitest'
import { deskPages } from '@/app/(desk)/pages'
import { patientPages } from '@/app/(patient)/pages'
import { setUpPages } from '@/app/(setup)/pages'
import { actions } from '@/app/actions/access'
import { routes } from '@/app/api/access'
import type { Roles } from '@/lib/domain/people/role'
import { readEntries } from './entries'

const entries = readEntries()
const of = (kind: (typeof entries)[number]['kind']) => entries.filter((entry) => entry.kind === kind)
const namesOf = (list: object) => Object.keys(list).toSorted()
const firstPart = (address: string) => `/${address.split('/')[1]}`

test('every page asks under the first part of its address, in the list of its group', () => {
  const lists = { '(desk)': deskPages, '(patient)': patientPages, '(setup)': setUpPages }
  const wrong = of('page').filter(({ file, name, asks }) => {
    const list = lists[file.split('/')[1] as keyof typeof lists] ?? {}
    return !(firstPart(name) in list) || asks.join() !== firstPart(name)
  })
  expect(wrong).toEqual([])
  expect([...new Set(of('page').map(({ name }) => firstPart(name)))].toSorted()).toEqual(
    [...namesOf(deskPages), ...namesOf(patientPages), ...namesOf(setUpPages)].toSorted(),
  )
})

test('every route asks under its address; Inngest’s own kit asks for itself', () => {
  const wrong = of('route').filter(({ name, asks }) => {
    const access = (routes as Record<string, unknown>)[name]
    return access === undefined || asks.join() !== (access === 'sdk' ? '' : name)
  })
  expect(wrong).toEqual([])
  expect([...new Set(of('route').map(({ name }) => name))].toSorted()).toEqual(namesOf(routes))
})

test('every action asks under its name, each name in one file, and the folder says who may', () => {
  const wrong = of('action').filter(({ file, name, asks }) => {
    const [, room, folder] = file.split('/')
    const isDeclared = asks.length > 0 && asks.every((ask) => ask in actions)
    const own = name.replace(/Action$/, '')
    const isOwn = asks.includes(own) || !(own in actions)
    return room !== 'actions' || !isDeclared || !isOwn || folderOf(asks) !== folder
  })
  expect(wrong).toEqual([])
  const pairs = new Set(of('action').flatMap(({ file, asks }) => asks.map((name) => `${name} in ${file}`)))
  expect([...pairs].map((pair) => pair.split(' ')[0]).toSorted()).toEqual(namesOf(actions))
})

/** The folder in which an action belongs: the one of the widest of its names. */
function folderOf(names: string[]): string {
  const declared = names.map((name) => actions[name as keyof typeof actions])
  const folders = declared.map((access): string => {
    if (access === 'anyone') return 'anyone'
    if (access === 'visit-link') return 'patient'
    if (access === 'set-up') return 'setup'
    const roles: Roles = 'inDemo' in access ? access.inDemo : access
    return roles.staff ? 'desk' : roles.doctor ? 'doctor' : 'admin'
  })
  return ['anyone', 'patient', 'setup', 'desk', 'doctor', 'admin'].find((folder) => folders.includes(folder)) ?? ''
}
