// The web console as a person uses it. tst_console_browser.cpp runs the server and says where it is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, totp, Visitor } from './visitor.js'

const stage = JSON.parse(process.env.FILM_CONSOLE_STAGE)
const production = `/console/productions/${stage.production}`
// The server's clock stands still, and each code counts once: the next one is early, which is allowed.
let codesUsed = 0
const nextCode = () => totp(stage.secret, stage.seconds + 30 * codesUsed++)

let browser
let admin
before(async () => {
  browser = await launch()
  admin = await Visitor.begin(browser, stage.url)
})
after(() => browser?.close())

test('a visitor signs in and comes to the page that was asked for', async () => {
  await admin.look(1280, 'light')
  await admin.goTo(`${production}/sessions?q=cart`)
  assert.equal(new URL(admin.page.url()).pathname, '/console/sign-in')
  await admin.signIn(stage, nextCode())
  assert.equal(admin.path(), `${production}/sessions?q=cart`)
  assert.match(await admin.text(), /A-cam cart/)
})

const pages = [
  ['overview', `${production}/overview`],
  ['sessions', `${production}/sessions`],
  ['sign-out-device', `${production}/devices/${stage.device}/sign-out`],
  ['people', `${production}/people`],
  ['role', `${production}/members/${stage.member}/role?role=head-of-department`],
  ['may', `${production}/members/${stage.member}/permissions`],
  ['remove', `${production}/members/${stage.member}/end`],
  ['invite', `${production}/invite`],
  ['audit', `${production}/audit`],
  ['audit-found', `${production}/audit?q=maya&field=wrap`],
  ['audit-empty', `${production}/audit?q=zzz`],
  ['find', `${production}/search?q=maya`],
  ['privacy', `${production}/privacy`],
  ['webhooks', `${production}/webhooks`],
  ['webhook', `${production}/webhooks/${stage.webhook}`],
  ['roles', `${production}/roles`],
  ['server', '/console/overview'],
  ['accounts', '/console/accounts'],
  ['new-account', '/console/accounts/new'],
  ['one-account', `/console/accounts/${stage.account}`],
  ['link-account', `/console/accounts/${stage.account}/link`],
  ['acts', '/console/acts'],
  ['backups', '/console/backups'],
  ['retention', '/console/retention'],
  ['settings', '/console/settings'],
  ['own-account', '/console/account'],
  ['password', '/console/account/password'],
  ['second-factor', '/console/account/second-factor'],
  ['not-found', '/console/nowhere'],
]
const outside = [
  ['sign-in', '/console/sign-in'],
  ['password-code', '/console/password-code'],
]

async function isAccessible(visitor, name, path) {
  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of [[1280, 800], [360, 740]]) {
      await visitor.look(width, scheme, height)
      await visitor.goTo(path)
      await visitor.picture(stage.pictures, `${name}-${scheme}-${width}`)
      assert.deepEqual(await visitor.barriers(), [], `${name} ${scheme} ${width}`)
      assert.ok((await visitor.overhang()) <= 0, `${name} scrolls sideways at ${width}`)
    }
  }
}

for (const [name, path] of pages) test(`${name} is for everybody, light and dark, wide and narrow`, () => isAccessible(admin, name, path))
for (const [name, path] of outside) {
  test(`${name} is for everybody, light and dark, wide and narrow`, async () => {
    await isAccessible(await Visitor.begin(browser, stage.url), name, path)
  })
}

test('the second step of signing in is for everybody', async () => {
  const visitor = await Visitor.begin(browser, stage.url)
  for (const [width, scheme] of [[1280, 'light'], [360, 'dark']]) {
    await visitor.look(width, scheme)
    await visitor.goTo('/console/sign-in')
    await visitor.fill({ login: stage.login, password: stage.password })
    await visitor.press('Sign in')
    await visitor.picture(stage.pictures, `code-${scheme}-${width}`)
    assert.deepEqual(await visitor.barriers(), [])
    assert.ok((await visitor.overhang()) <= 0)
  }
})

test('what has to be done first is for everybody', async () => {
  const visitor = await Visitor.begin(browser, stage.url)
  const isForEverybody = async (name) => {
    for (const [width, scheme] of [[1280, 'light'], [360, 'dark']]) {
      await visitor.look(width, scheme)
      await visitor.picture(stage.pictures, `${name}-${scheme}-${width}`)
      assert.deepEqual(await visitor.barriers(), [], `${name} ${scheme} ${width}`)
      assert.ok((await visitor.overhang()) <= 0, `${name} scrolls sideways at ${width}`)
    }
  }
  await visitor.goTo('/console/sign-in')
  await visitor.fill({ login: stage.newcomer, password: stage.password })
  await visitor.press('Sign in')
  assert.equal(visitor.path(), '/console/account/second-factor')
  await isForEverybody('duty')
  await visitor.fill({ password: stage.password })
  await visitor.press('Go on')
  await isForEverybody('duty-confirm')
  await visitor.page.close()
})

test('the other production is one choice away', async () => {
  await admin.look(1280, 'light')
  await admin.goTo(`${production}/overview`)
  await admin.page.click('summary')
  await admin.picture(stage.pictures, 'switcher-light-1280')
  assert.deepEqual(await admin.barriers(), [])
  await admin.press('Harbour Lights', 'header')
  assert.match(await admin.text('header'), /Harbour Lights/)
  assert.match(await admin.text(), /No device has joined yet/)
  // A page of no production keeps it.
  await admin.goTo('/console/settings')
  assert.match(await admin.text('summary'), /Harbour Lights/)
})

test('the keyboard reaches content and search first', async () => {
  await admin.look(1280, 'light')
  await admin.goTo(`${production}/overview`)
  await admin.page.keyboard.press('Tab')
  assert.equal(await admin.page.evaluate(() => document.activeElement.textContent), 'Skip to content')
  await admin.page.keyboard.press('Enter')
  assert.equal(await admin.page.evaluate(() => document.activeElement.id), 'content')
  await admin.page.keyboard.press('/')
  assert.equal(await admin.page.evaluate(() => document.activeElement.id), 'search')
  await admin.page.keyboard.type('maya')
  await Promise.all([admin.page.waitForNavigation(), admin.page.keyboard.press('Enter')])
  assert.match(await admin.text(), /A-cam cart/)
})

test('a device is signed out after a question', async () => {
  await admin.goTo(`${production}/sessions`)
  await admin.press('Sign out A-cam cart')
  assert.match(await admin.text(), /Sign out A-cam cart\?/)
  assert.match(await admin.text(), /Its unsent changes stay on it and arrive after the next sign-in\./)
  await admin.press('Sign out', 'main')
  assert.match(await admin.text('[role=status]'), /The device is signed out/)
  const row = await admin.page.$eval('main tbody ::-p-xpath(//tr[contains(., "A-cam cart")])', (line) => line.innerText)
  assert.match(row, /Signed out/)
})

test('a role is changed with the password alone', async () => {
  await admin.goTo(`${production}/people`)
  await admin.page.select('::-p-xpath(//tr[contains(., "Maya Lindqvist")]//select)', 'head-of-department')
  await admin.press('Change the role of Maya Lindqvist')
  await admin.fill({ password: 'not the password' })
  await admin.press('Change role')
  assert.match(await admin.text('[role=alert]'), /The password is not right/)
  await admin.fill({ password: stage.password })
  await admin.press('Change role')
  assert.match(await admin.text('[role=status]'), /The role is changed/)
  const role = await admin.page.$eval('::-p-xpath(//tr[contains(., "Maya Lindqvist")]//select)', (list) => list.value)
  assert.equal(role, 'head-of-department')
})

test('the last administrator stays', async () => {
  await admin.goTo(`${production}/members/${stage.administrator}/end`)
  await admin.fill({ password: stage.password })
  await admin.press('Remove')
  assert.match(await admin.text('[role=alert]'), /Make someone else an administrator first\./)
})

test('the audit is searched', async () => {
  await admin.goTo(`${production}/audit`)
  assert.match(await admin.text(), /none missing from the log/)
  await admin.page.type('main [name=q]', 'maya')
  await admin.page.select('main [name=field]', 'wrap')
  await admin.press('Search', 'main')
  assert.match(await admin.text('main tbody'), /Entered wrap/)
  await admin.page.type('main [name=q]', ' who is not there')
  await admin.press('Search', 'main')
  assert.match(await admin.text(), /No change matches\. Try a wider date\./)
})

test('an invite shows its code once', async () => {
  await admin.goTo(`${production}/invite`)
  await admin.page.select('[name=person]', 'Nils Aaberg')
  await admin.press('Make a code')
  assert.match(await admin.text('#code'), /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
})

test('it works without a script', async () => {
  const plain = await Visitor.begin(browser, stage.url)
  await plain.page.setJavaScriptEnabled(false)
  await plain.goTo(`${production}/people`)
  await plain.signIn(stage, nextCode())
  assert.equal(plain.path(), `${production}/people`)
  await plain.page.close()
})

test('whoever signs out is out', async () => {
  await admin.goTo(`${production}/overview`)
  await admin.press('Sign out', 'header')
  assert.match(await admin.text('[role=status]'), /You are signed out/)
  await admin.goTo(`${production}/overview`)
  assert.equal(new URL(admin.page.url()).pathname, '/console/sign-in')
})

test('no page broke its own content policy', () => {
  // A page that is not there says so, and nothing else is said.
  assert.deepEqual(admin.problems.filter((text) => !text.includes('404')), [])
})
