import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { AddressRefusedError, guardedLookup, outsideAddress, refusalOf } from './outside-address'
import { outsideFetch } from './outside-fetch'

test('no machine is called that hands out secrets to whoever stands on its network', () => {
  const never = [
    '169.254.169.254',
    '169.254.0.1',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
  ]
  for (const ip of never) expect(refusalOf(ip, 'https:'), ip).toBe('address_forbidden')
})

test('what goes unencrypted stays in the house', () => {
  for (const ip of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.5', '::1', 'fd12::1', '::ffff:127.0.0.1']) {
    expect(refusalOf(ip, 'http:'), ip).toBeUndefined()
  }
  for (const ip of ['8.8.8.8', '172.32.0.1', '2001:4860::1']) {
    expect(refusalOf(ip, 'http:'), ip).toBe('address_not_secure')
    expect(refusalOf(ip, 'https:'), ip).toBeUndefined()
  }
})

test('an address is read as it was meant, and only one of the web', () => {
  expect(outsideAddress(' cloud.example.org/dav ')?.href).toBe('https://cloud.example.org/dav')
  expect(outsideAddress('http://localhost:5232')?.href).toBe('http://localhost:5232/')
  for (const typed of [
    '',
    'file:///etc/passwd',
    'ftp://example.org',
    'caldav://example.org',
    'https://me:secret@example.org',
    'two words',
  ]) {
    expect(outsideAddress(typed), typed).toBeUndefined()
  }
})

test('an address is refused however it is written, before anything is sent', async () => {
  for (const url of [
    'http://169.254.169.254/latest',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'https://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
  ]) {
    const { cause } = await outsideFetch(url).then(
      () => new Error('it was called'),
      (error: Error) => error,
    )
    expect(cause, url).toBeInstanceOf(AddressRefusedError)
  }
})

test('a name is refused by the machine it leads to at the very call', async () => {
  const looking = (name: string, protocol: string) =>
    new Promise((resolve) => guardedLookup(protocol)(name, { all: true }, (error, found) => resolve(error ?? found)))
  expect(await looking('169.254.169.254', 'https:')).toMatchObject({ refused: 'address_forbidden' })
  expect(await looking('8.8.8.8', 'http:')).toMatchObject({ refused: 'address_not_secure' })
  expect(await looking('127.0.0.1', 'http:')).toEqual([{ address: '127.0.0.1', family: 4 }])
})

test('a redirect is an answer, and an endless answer is none', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/away') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    const pour = (): unknown => response.write(Buffer.alloc(1024 * 1024)) && setImmediate(pour)
    response.on('drain', pour)
    pour()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await outsideFetch(`${url}/away`)).status).toBe(302)
  await expect(outsideFetch(`${url}/endless`)).rejects.toThrow('fetch failed')
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
