// The part of CBOR that the protocol uses, written in its one spelling and read strictly: integers,
// byte strings, text, arrays, maps with unsigned keys, null (docs/protocol.md, "Encoding").
// Here an integer is a number, or a BigInt beyond 2^53; bytes are a Buffer; a map is a Map.

const unsigned = 0, negative = 1, bytes = 2, text = 3, array = 4, map = 5;
const nullByte = 0xf6;
const nestingMax = 8;
const itemsMax = 10_000;
const textBytesMax = 16 * 1024;

export class CborError extends Error {}

// ---- writing ----

export function encode(value) {
  if (value === null)
    return Buffer.of(nullByte);
  if (typeof value === 'number' || typeof value === 'bigint')
    return value < 0 ? head(negative, -1n - BigInt(value)) : head(unsigned, BigInt(value));
  if (Buffer.isBuffer(value))
    return Buffer.concat([head(bytes, value.length), value]);
  if (typeof value === 'string')
    return Buffer.concat([head(text, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Array.isArray(value))
    return Buffer.concat([head(array, value.length), ...value.map(encode)]);
  if (value instanceof Map)
    return encodeMap(value);
  throw new CborError(`nothing that CBOR has here: ${typeof value}`);
}

function encodeMap(value) {
  const entries = [...value].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([head(map, entries.length),
                        ...entries.flatMap(([key, item]) => [encode(key), encode(item)])]);
}

// The kind in the upper three bits, then the number in as few bytes as it needs.
function head(kind, number) {
  const n = BigInt(number);
  const start = kind << 5;
  if (n < 24n)
    return Buffer.of(start | Number(n));
  const size = n <= 0xffn ? 1 : n <= 0xffffn ? 2 : n <= 0xffffffffn ? 4 : 8;
  const number8 = Buffer.alloc(8);
  number8.writeBigUInt64BE(n);
  return Buffer.concat([Buffer.of(start | (24 + Math.log2(size))), number8.subarray(8 - size)]);
}

// ---- reading ----

// The one value in `input`. Nothing may follow it.
export function decode(input) {
  const reader = new Reader(input);
  const value = reader.value(0);
  if (reader.left() > 0)
    throw new CborError('bytes behind the end');
  return value;
}

class Reader {
  constructor(input) {
    this.input = input;
    this.at = 0;
  }

  left() {
    return this.input.length - this.at;
  }

  take(count) {
    if (count > this.left())
      throw new CborError('a length beyond the end');
    this.at += count;
    return this.input.subarray(this.at - count, this.at);
  }

  value(depth) {
    const first = this.take(1)[0];
    if (first === nullByte)
      return null;
    const kind = first >> 5;
    const number = this.number(first & 31);
    switch (kind) {
    case unsigned: return plain(number);
    case negative: return plain(-1n - number);
    case bytes: return Buffer.from(this.take(plain(number)));
    case text: return this.text(plain(number));
    case array: return this.array(plain(number), depth + 1);
    case map: return this.map(plain(number), depth + 1);
    }
    throw new CborError('a kind of value that the protocol does not use');
  }

  number(info) {
    if (info < 24)
      return BigInt(info);
    if (info > 27)
      throw new CborError('an indefinite or reserved length');
    const size = 2 ** (info - 24);
    const number = BigInt('0x' + this.take(size).toString('hex'));
    const smallest = size === 1 ? 24n : 1n << BigInt(4 * size);
    if (number < smallest)
      throw new CborError('a number that is not in its shortest form');
    if (number > 0x7fffffffffffffffn)
      throw new CborError('a number beyond 64 bits with sign');
    return number;
  }

  text(length) {
    if (length > textBytesMax)
      throw new CborError('a text that is too long');
    const string = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(this.take(length));
    if (string.includes('\0'))
      throw new CborError('U+0000 in a text');
    return string;
  }

  // Before anything is made of a count: each item needs at least a byte.
  checkItems(count, bytesEach, depth) {
    if (count > itemsMax || count * bytesEach > this.left() || depth > nestingMax)
      throw new CborError('too many items, or too deep');
  }

  array(count, depth) {
    this.checkItems(count, 1, depth);
    return Array.from({ length: count }, () => this.value(depth));
  }

  map(count, depth) {
    this.checkItems(count, 2, depth);
    const result = new Map();
    let last = -1;
    for (let i = 0; i < count; ++i) {
      const key = this.value(depth);
      if (!(typeof key === 'number' || typeof key === 'bigint') || key <= last)
        throw new CborError('a key that is no number, or does not ascend');
      result.set(key, this.value(depth));
      last = key;
    }
    return result;
  }
}

function plain(number) {
  return number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER ? Number(number)
                                                                                : number;
}
