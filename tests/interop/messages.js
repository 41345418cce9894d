// Messages and envelopes as maps with numbered keys, and the frame around a message
// (docs/protocol.md, "Envelope", "Frame", "Messages"). Tables, so that they can be laid beside it.

import { deflateSync, inflateSync } from 'node:zlib';

import { decode, encode } from './cbor.js';

const frameBytesMax = 1024 * 1024;
const packFromBytes = 1024;
const firstServerType = 32;
const firstKeyToPassOver = 1000;

// What stands for a field that is not there. Everything empty is left out of a map.
const number = 0;
const text = '';
const bytes = Buffer.alloc(0);
const id = Buffer.alloc(16);
const hash = Buffer.alloc(32);
const key = hash;
const signature = Buffer.alloc(64);
const list = [];
const none = null; // optional, or a map

const messages = {
  // from the client
  HELLO: [1, {
    protocolMin: [0, number], protocolMax: [1, number], schema: [2, number], app: [3, text],
    production: [4, id], device: [5, id], stream: [6, id], streamHead: [7, none],
    token: [8, bytes], epoch: [9, id], cursor: [10, number], chain: [11, hash],
    highWater: [12, number], dirty: [13, number], snapshotToken: [14, bytes], checkpoints: [15, list],
    scopeHash: [16, hash], pending: [17, number], features: [18, number],
    suspectClone: [19, number], clock: [20, none], role: [21, number],
  }],
  PUSH: [2, { batch: [0, number], segments: [1, list], trace: [1000, text] }],
  CREDIT: [3, { messages: [0, number], bytes: [1, number], applied: [2, number] }],
  PING: [4, {
    number: [0, number], wall: [1, number], monotonic: [2, number], cursor: [3, number],
  }],
  AUTH: [5, { token: [0, bytes], proof: [1000, signature] }],
  DIGEST_REQ: [6, { cell: [0, bytes], level: [1, number] }],
  FETCH: [7, { cell: [0, bytes], buckets: [1, list], records: [2, list] }],
  SNAP_NEXT: [8, { token: [0, bytes] }],
  BYE: [9, { reason: [0, number] }],
  INCIDENT: [10, { kind: [0, number], detail: [1, text] }],
  JOIN: [11, {
    protocolMin: [0, number], protocolMax: [1, number], code: [2, text], deviceKey: [3, key],
    deviceName: [4, text], proof: [5, signature], known: [1000, list],
  }],
  // from the server
  HELLO_OK: [32, {
    session: [0, id], protocol: [1, number], epoch: [2, id], head: [3, number],
    verdict: [4, number], common: [5, number], scope: [6, list], streamVerdict: [8, number],
    pushCredit: [9, number], messageBytesMax: [10, number], pingSeconds: [11, number],
    tokenSecondsLeft: [12, number], serverTime: [13, number], durable: [14, number],
    mode: [15, number], level: [16, number], oldestApp: [17, text],
  }],
  HELLO_NO: [33, { code: [0, number], retryMs: [1, number], text: [2, text] }],
  ACK: [34, {
    batch: [0, number], level: [1, number], results: [2, list], durable: [3, number],
    credit: [4, number], reasons: [1000, list],
  }],
  NACK: [35, { batch: [0, number], code: [1, number], retryMs: [2, number] }],
  DELTA: [36, { from: [0, number], to: [1, number], chain: [2, hash], rows: [3, list] }],
  CHECKPOINT: [37, {
    sequence: [0, number], chain: [1, hash], digests: [2, list], durable: [3, number],
  }],
  SNAP_BEGIN: [38, {
    sequence: [0, number], chain: [1, hash], token: [2, bytes], rows: [3, number],
    scope: [4, list], reason: [5, number], signature: [6, signature], buckets: [7, list],
  }],
  SNAP_PAGE: [39, { rows: [1, list], token: [2, bytes] }],
  SNAP_END: [40, { sequence: [0, number], chain: [1, hash], rows: [2, number] }],
  SCOPE: [41, {
    scope: [0, list], gained: [1, list], lost: [2, list], reason: [3, number],
    signature: [4, signature],
  }],
  PONG: [42, {
    number: [0, number], wall: [1, number], received: [2, number], sent: [3, number],
    head: [4, number],
  }],
  AUTH_NEED: [43, { secondsLeft: [0, number] }],
  GOAWAY: [44, { code: [0, number], spreadMs: [1, number], url: [2, text] }],
  DIGEST: [45, { cell: [0, bytes], level: [1, number], sums: [2, list], sequence: [3, number] }],
  PURGE: [46, {
    cells: [0, list], keepOwn: [1, number], reason: [2, number], signature: [3, signature],
    sequence: [4, number],
  }],
  WANT: [47, { after: [0, number], witness: [1, number] }],
  PROV: [48, { items: [0, list] }],
  ERROR: [49, { code: [0, number], text: [1, text] }],
  JOINED: [50, {
    certificate: [0, none], authorityKey: [1, key], person: [2, id], role: [3, number],
    productionTitle: [4, text], personName: [5, text], token: [6, bytes],
  }],
  JOIN_NO: [51, { code: [0, number], retryMs: [1, number] }],
};

const envelopeFields = {
  version: [0, number], mutation: [1, id], production: [2, id], device: [3, id], stream: [4, id],
  sequence: [5, number], previous: [6, hash], author: [7, id], certificate: [8, number],
  type: [9, number], record: [10, id], schema: [11, number], operation: [12, number],
  groups: [13, none], guards: [14, list], atom: [15, none], baseSequence: [16, number],
  epoch: [17, id], hybridClock: [18, number], wall: [19, number], monotonic: [20, number],
  boot: [21, number], timeZoneData: [22, text], reason: [23, text], input: [24, number],
  resolves: [25, none],
};

const changeFields = { base: [0, id], pre: [1, none], set: [2, none], removed: [3, list] };

// ---- frames ----

export function encodeFrame(name, values, request = 0) {
  const [type, fields] = messages[name];
  const body = encode(writeMap(fields, values));
  const packed = body.length > packFromBytes ? deflateSync(body) : body;
  if (packed.length < body.length)
    return encode([type, request, 1, [body.length, packed]]);
  return Buffer.concat([Buffer.of(0x84), encode(type), encode(request), encode(0), body]);
}

// The message as { name, request, ...its values }; nothing for one that may be passed over.
export function decodeFrame(input, isFromServer = true) {
  if (input.length > frameBytesMax)
    throw new Error('a message that is too large');
  const [type, request, flags, body, ...more] = decode(input);
  if (more.length > 0 || (flags !== 0 && flags !== 1))
    throw new Error('a frame that this version does not know: a newer app is needed');
  if (type >= firstKeyToPassOver)
    return undefined;
  const known = Object.entries(messages).find(([, [number]]) => number === type);
  if (!known || type >= firstServerType !== isFromServer)
    throw new Error(`a message of type ${type}: a newer app is needed`);
  const [name, [, fields]] = known;
  const values = readMap(fields, flags === 1 ? decode(unpack(body)) : body);
  return { name, request, ...values };
}

// The size is checked before a byte is unpacked.
function unpack([size, packed]) {
  if (size > frameBytesMax)
    throw new Error('a body that is too large when unpacked');
  const { buffer, engine } = inflateSync(packed, { maxOutputLength: size, info: true });
  if (buffer.length !== size || engine.bytesWritten !== packed.length)
    throw new Error('a body that does not unpack to its size');
  return buffer;
}

// ---- envelopes ----

// `groups` is a Map from group to { base, pre, set, removed }.
export function encodeEnvelope(envelope) {
  const groups = new Map([...envelope.groups].map(
    ([group, change]) => [group, writeMap(changeFields, change)]));
  return encode(writeMap(envelopeFields, { version: 1, ...envelope, groups }));
}

export function decodeEnvelope(input) {
  const envelope = readMap(envelopeFields, decode(input));
  if (envelope.version !== 1)
    throw new Error('another version of the envelope: a newer app is needed');
  envelope.groups = new Map([...envelope.groups ?? []].map(
    ([group, change]) => [group, readMap(changeFields, change)]));
  return envelope;
}

// ---- maps with numbered keys ----

function writeMap(fields, values) {
  const written = new Map();
  for (const [name, value] of Object.entries(values)) {
    const [number, empty] = fields[name];
    if (!isEmpty(value, empty))
      written.set(number, value);
  }
  return written;
}

function readMap(fields, written) {
  const values = {};
  for (const [name, [number, empty]] of Object.entries(fields)) {
    values[name] = written.get(number) ?? empty;
    if (written.has(number) && isEmpty(written.get(number), empty))
      throw new Error(`an empty ${name} has to be left out`);
    if (empty?.length > 0 && values[name].length !== empty.length)
      throw new Error(`${name} has another length`);
  }
  const known = new Set(Object.values(fields).map(([number]) => number));
  for (const number of written.keys()) {
    if (number < firstKeyToPassOver && !known.has(number))
      throw new Error(`key ${number}: a newer app is needed`);
  }
  return values;
}

function isEmpty(value, empty) {
  if (value === null || value === undefined)
    return true;
  if (Buffer.isBuffer(value))
    return value.equals(empty); // none, or zeros only
  return value === empty || (Array.isArray(value) && value.length === 0)
    || (value instanceof Map && value.size === 0);
}
