// docs/protocol.cddl against every kept message, envelope and connection: what is written there is
// what is sent. And the other way round: a message that is bent anywhere is not what it says.

import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';

import { decode } from './cbor.js';
import { Cddl } from './cddl.js';

const source = process.env.FILM_SOURCE_DIR;
const folder = join(source, 'tests/fixtures/protocol');
const text = readFileSync(join(source, 'docs/protocol.cddl'), 'utf8');
const whole = new Cddl(text);
// Most of the kept single messages hold any bytes where envelopes and records stand.
const outside = new Cddl(text, { isWithin: false });
const fromServer = 32;

// What is packed (docs/protocol.md, "Frames") is looked at unpacked, too.
function frameOf(bytes) {
  const frame = decode(bytes);
  return frame[2] === 0 ? frame : [frame[0], frame[1], 0, decode(inflateSync(frame[3][1]))];
}

function problemOf(frame, cddl) {
  return cddl.problem(frame[0] >= fromServer && frame[0] < 1000 ? 'from-server' : 'from-client', frame);
}

function bytesOf(file) {
  return Buffer.from(readFileSync(join(folder, file), 'latin1').trim(), 'hex');
}

const files = readdirSync(folder).filter((name) => name.endsWith('.hex'));
const frames = files.filter((name) => !name.startsWith('envelope'));
assert(frames.length > 60);

for (const file of files) {
  test(file, () => assert.equal(file.startsWith('envelope')
    ? whole.problem('envelope', decode(bytesOf(file)))
    : problemOf(decode(bytesOf(file)), outside) ?? problemOf(frameOf(bytesOf(file)), outside), null));
}

for (const file of readdirSync(join(folder, 'sessions'))) {
  test(file, () => {
    const steps = readFileSync(join(folder, 'sessions', file), 'latin1').trim().split('\n');
    for (const [who, , hex] of steps.map((step) => step.split(' ')))
      if (/^(device|server)$/.test(who))
        assert.equal(problemOf(frameOf(Buffer.from(hex, 'hex')), whole), null);
  });
}

// Every value of a message in turn as another kind of value, a key that does not exist, and one of
// too many.
for (const file of frames) {
  test(`${file}, bent`, () => {
    const frame = frameOf(bytesOf(file));
    const body = frame[3];
    const refused = (values, what) =>
      assert(problemOf([frame[0], frame[1], 0, new Map(values)], outside), `${file}: ${what}`);
    refused([...body, [999, 1]], 'a key that does not exist');
    for (const [key, value] of body) {
      if (key >= 1000 && file.endsWith('_later.hex'))
        continue; // of a later version: anything
      const other = typeof value === 'string' ? 1 : 'text';
      refused([...body].map(([k, v]) => [k, k === key ? other : v]), `${key} of another kind`);
    }
    assert(problemOf([...frame, 0], outside), 'one item too many');
    assert(problemOf([999, 0, 0, new Map()], outside), 'a kind of message that does not exist');
  });
}

for (const [what, wrong] of [
  ['a name that is not defined', 'a = b'], ['a rule twice', 'a = 1\na = 2'],
  ['an operator that is not checked', 'a = bytes .bits b'], ['a float', 'a = 1.5'],
])
  test(`${what} is refused`, () => assert.throws(() => new Cddl(wrong)));
