// What an author signs: ids, the chain of envelopes, segments, and the production's authority
// (docs/protocol.md, "Chain and signature", "Removal", "Certificate").

import {
  createHash, createPrivateKey, createPublicKey, randomBytes, sign as signWith,
  verify as verifyWith,
} from 'node:crypto';

import { encode } from './cbor.js';
import { encodeEnvelope } from './messages.js';

export const noHash = Buffer.alloc(32);

export function sha256(...parts) {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

// ---- ids ----

export function newId() {
  return asUuid(randomBytes(16), 4);
}

// Version and variant in their places (RFC 9562).
export function asUuid(sixteen, version) {
  const id = Buffer.from(sixteen);
  id[6] = (id[6] & 0x0f) | (version << 4);
  id[8] = (id[8] & 0x3f) | 0x80;
  return id;
}

export function idText(id) {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// ---- Ed25519 ----

// As a JWK, because that is how Node takes and gives the bare 32 bytes (RFC 8037).
// From its 32 random bytes (RFC 8410, 7): the export of a key that generateKeyPairSync made may wait
// for itself for ever in Node 18, when memory is collected meanwhile.
export function newKey() {
  const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = Buffer.concat([beforeSeed, randomBytes(32)]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}

export function publicKey(key) {
  return Buffer.from(key.x, 'base64url');
}

export function sign(key, ...parts) {
  return signWith(null, Buffer.concat(parts), createPrivateKey({ key, format: 'jwk' }));
}

export function isSigned(publicBytes, signature, ...parts) {
  const key = { kty: 'OKP', crv: 'Ed25519', x: publicBytes.toString('base64url') };
  return verifyWith(null, Buffer.concat(parts), createPublicKey({ key, format: 'jwk' }), signature);
}

// ---- the author's stream ----

// Gives the envelope its place behind the one before. `author` holds stream, streamSequence and
// lastHash, and is moved on.
export function seal(author, envelope) {
  author.streamSequence += 1;
  const bytes = encodeEnvelope({
    ...envelope, stream: author.stream, sequence: author.streamSequence, previous: author.lastHash,
  });
  author.lastHash = sha256(bytes);
  return { stream: author.stream, sequence: author.streamSequence, hash: author.lastHash, bytes };
}

// Sealed envelopes, in order, as segments: each a run without a gap in one stream, proven by one
// signature over its last hash.
export function segmentsOf(sealed, production, key) {
  const runs = [];
  for (const one of sealed) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.stream.equals(one.stream) && last.sequence + 1 === one.sequence)
      runs.at(-1).push(one);
    else
      runs.push([one]);
  }
  return runs.map((run) => {
    const last = run.at(-1);
    const signature = sign(key, Buffer.from('seg1'), production, last.stream,
                           bigEndian64(last.sequence), last.hash);
    return [last.stream, run[0].sequence, run.map((one) => one.bytes), last.hash, signature];
  });
}

export function bigEndian64(number) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(number));
  return bytes;
}

// ---- the production's authority ----

export function isCertified(certificate, authorityKey) {
  const signature = certificate.at(-1);
  return isSigned(authorityKey, signature, Buffer.from('cert1'), encode(certificate.slice(0, -1)));
}

// Whether the authority said that a device is left with `scope`.
export function isRemovalSigned(authorityKey, { production, device, sequence, scope, reason },
                                signature) {
  return isSigned(authorityKey, signature, Buffer.from('removal1'),
                  encode([production, device, sequence, scope, reason]));
}
