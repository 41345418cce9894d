// The kept bytes of every message and of envelopes, read and written again: two implementations
// that know nothing of each other agree on each byte.

import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { decode, encode } from './cbor.js';
import { decodeEnvelope, decodeFrame, encodeEnvelope, encodeFrame } from './messages.js';

const folder = join(process.env.FILM_SOURCE_DIR, 'tests/fixtures/protocol');
const files = readdirSync(folder).filter((name) => name.endsWith('.hex'));
const envelopes = files.filter((name) => name.startsWith('envelope'));
const frames = files.filter((name) => !name.startsWith('envelope'));

function bytesOf(file) {
  return Buffer.from(readFileSync(join(folder, file), 'latin1').trim(), 'hex');
}

// Two zlibs may pack the same body differently.
function unpacked(frame) {
  return decode(frame)[2] === 0;
}

test('there are files', () => assert(frames.length > 60 && envelopes.length > 3));

for (const file of files)
  test(`${file} has one spelling`, () => assert.deepEqual(encode(decode(bytesOf(file))), bytesOf(file)));

for (const file of envelopes)
  test(file, () => assert.deepEqual(encodeEnvelope(decodeEnvelope(bytesOf(file))), bytesOf(file)));

for (const file of frames) {
  test(file, () => {
    const bytes = bytesOf(file);
    const { name, request, ...values } = decodeFrame(bytes, decode(bytes)[0] >= 32);
    const written = encodeFrame(name, values, request);
    assert.deepEqual(decodeFrame(written, decode(bytes)[0] >= 32), { name, request, ...values });
    // Keys from 1000 up that this client does not know are passed over, so they are not written.
    if (unpacked(bytes) && !file.endsWith('_later.hex'))
      assert.deepEqual(written, bytes);
  });
}

// Whole connections, as kept for tests/sync: each frame can be read.
for (const file of readdirSync(join(folder, 'sessions'))) {
  test(file, () => {
    const steps = readFileSync(join(folder, 'sessions', file), 'latin1').trim().split('\n');
    const frames = steps.map((step) => step.split(' ')).filter(([who]) => /^(device|server)$/.test(who));
    assert(frames.length > 20);
    for (const [who, , hex] of frames)
      assert(decodeFrame(Buffer.from(hex, 'hex'), who === 'server'));
  });
}

for (const [what, hex] of [
  ['a number that could be shorter', '1817'], ['an indefinite length', '9fff'],
  ['a float', 'f93c00'], ['true', 'f5'], ['a tag', 'c000'], ['keys out of order', 'a2020001'],
  ['a key twice', 'a201000100'], ['bytes behind the end', '0000'], ['broken UTF-8', '61ff'],
  ['U+0000', '6100'], ['a length beyond the end', '5a7fffffff'],
  ['too deep', '81'.repeat(9) + '00'],
])
  test(`${what} is refused`, () => assert.throws(() => decode(Buffer.from(hex, 'hex'))));
