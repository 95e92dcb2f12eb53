import { expect, test } from 'vitest'
import { challengesIn } from './challenges'
import { digestAuthorization, isSpokenDigest } from './digest'
import { foreignSignIn } from './signed-fetch'

const offered = (text: string) => new Headers({ 'www-authenticate': text })
const answerTo = (text: string, request: Parameters<typeof digestAuthorization>[1]) => {
  const [challenge] = challengesIn(offered(text))
  if (!challenge) throw new Error('no challenge')
  return digestAuthorization(challenge, request)
}
const said = (header: string, name: string) => new RegExp(`\\b${name.replace('*', '\\*')}="?([^",]*)`).exec(header)?.[1]

const mufasa = { username: 'Mufasa', password: 'Circle of Life', method: 'GET', uri: '/dir/index.html', count: 1 }
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
const both = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'

test('a request is signed as in RFC 7616, 3.9.1, by MD5 and by SHA-256', () => {
  expect(answerTo(both('MD5'), { ...mufasa, cnonce })).toBe(
    'Digest username="Mufasa", realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", ' +
      'uri="/dir/index.html", algorithm=MD5, qop=auth, nc=00000001, ' +
      `cnonce="${cnonce}", response="8ca523f5e9506fed4657c9700eebdbec", ` +
      'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  )
  expect(said(answerTo(both('SHA-256'), { ...mufasa, cnonce }), 'response')).toBe(
    '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
  )
})

test('a request is signed as in RFC 2617, 3.5, and, where no quality is asked for, as in RFC 2069', () => {
  const old = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"'
  const request = { ...mufasa, password: 'Circle Of Life', cnonce: '0a4f113b' }
  expect(said(answerTo(`${old}, qop="auth,auth-int"`, request), 'response')).toBe('6629fae49393a05397450978507c4ef1')
  const header = answerTo(old, { ...request, password: 'CircleOfLife' })
  expect([said(header, 'response'), said(header, 'nc')]).toEqual(['1949323746fe6a43ef61f9606e7febea', undefined])
})

test('a name beyond ASCII is hashed where the server wants that, and else written in UTF-8', () => {
  const jason = { username: 'Jäsøn Doe', password: 'Secret, or not?', method: 'GET', uri: '/doe.json', count: 1 }
  const asked =
    'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, ' +
    'nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", charset=UTF-8'
  const signed = { ...jason, cnonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v' }
  const hashed = answerTo(`${asked}, userhash=true`, signed)
  // The example of RFC 7616, 3.9.2, as its erratum 4897 has it.
  expect(said(hashed, 'username')).toBe('793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b')
  expect(said(hashed, 'response')).toBe('3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5')
  expect(said(hashed, 'userhash')).toBe('true')
  expect(answerTo(asked, signed)).toContain("username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, ")
})

test('several ways in are read out of one header, whatever stands between quotation marks', () => {
  expect(challengesIn(offered('Basic realm="a, \\"Digest\\" b=c", Digest REALM=x, nonce = "n", qop="auth"'))).toEqual([
    { scheme: 'basic', parameters: { realm: 'a, "Digest" b=c' } },
    { scheme: 'digest', parameters: { realm: 'x', nonce: 'n', qop: 'auth' } },
  ])
  expect(challengesIn(new Headers())).toEqual([])
})

test('what we do not speak is no way in', () => {
  const spoken = (text: string) => challengesIn(offered(text)).some(isSpokenDigest)
  expect(spoken('Digest realm="r", nonce="n"')).toBe(true)
  expect(spoken('Digest realm="r", nonce="n", algorithm=sha-256-SESS, qop="auth-int,auth"')).toBe(true)
  expect(spoken('Digest realm="r", nonce="n", qop="auth-int"')).toBe(false)
  expect(spoken('Digest realm="r", nonce="n", algorithm=SHA3-256')).toBe(false)
  expect(spoken('Digest realm="r"')).toBe(false)
})

test('a way that is not ours is called by its name alone', () => {
  const ways = [
    ['Bearer realm="https://evil.example/<script>"', 'Bearer'],
    ['Negotiate YIIabc/def+==', 'Negotiate'],
    ['NTLM', 'Ntlm'],
    ['Digest realm="r", nonce="n", algorithm=SHA3-256', 'Digest SHA3-256'],
    [`${'x'.repeat(31)} realm="r"`, '?'],
    ['Bearer, Basic realm="r"', null],
    ['Digest realm="r", nonce="n"', null],
  ] as const
  for (const [text, way] of ways) expect(foreignSignIn(offered(text))).toBe(way)
  expect(foreignSignIn(new Headers())).toBeNull()
})
