// What this device keeps: who it is, its own envelopes, the records as the server last said, and
// the place in the history up to which it has them. Each change of it is one write of one file.

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { decode } from './cbor.js';
import { decodeEnvelope } from './messages.js';
import { bigEndian64, idText, newId, noHash, seal, sha256 } from './stream.js';

const noId = Buffer.alloc(16);
const checkpointsMax = 32;
const removalMax = 20; // records a snapshot may take away without the authority's signature
const schemaVersion = 1;
const quarantined = 6;

export class Replica {
  constructor(folder, state) {
    this.file = join(folder, 'device.json');
    this.state = state;
    // A new launch writes a new stream. Its first envelope holds the hash of the device's last.
    this.state.stream = newId();
    this.state.streamSequence = 0;
  }

  static load(folder) {
    const bytesAgain = (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value);
    return new Replica(folder, JSON.parse(readFileSync(join(folder, 'device.json')), bytesAgain));
  }

  // `identity`: what joining brought, and the device's key.
  static create(folder, identity) {
    const replica = new Replica(folder, {
      ...identity, lastHash: noHash, epoch: noId, cursor: 0, chain: noHash, scope: [], dirty: 0,
      checkpoints: [], outbox: [], records: {},
    });
    replica.save();
    return replica;
  }

  // On the disk, whole, before anybody is told.
  save() {
    mkdirSync(dirname(this.file), { recursive: true });
    const file = openSync(`${this.file}.new`, 'w', 0o600);
    writeSync(file, JSON.stringify(this.state));
    fsyncSync(file);
    closeSync(file);
    renameSync(`${this.file}.new`, this.file);
  }

  // ---- own changes ----

  write({ type, record, operation, groups, schema = schemaVersion }) {
    const { state } = this;
    const mutation = newId();
    const sealed = seal(state, {
      mutation, production: state.production, device: state.device, author: state.user,
      certificate: state.certificate, type, record, schema, operation, groups,
      baseSequence: state.cursor, epoch: state.epoch, wall: Date.now(),
    });
    state.outbox.push({ ...sealed, mutation, acked: 0, outcome: 0 });
    this.save();
    return mutation;
  }

  isConfirmed(own) {
    return own.outcome === quarantined || (own.acked > 0 && own.acked <= this.state.cursor);
  }

  // What no ACK has spoken of yet.
  unsent() {
    return this.state.outbox.filter((own) => own.outcome === 0);
  }

  unconfirmed() {
    return this.state.outbox.filter((own) => !this.isConfirmed(own));
  }

  applyResults(results) {
    for (const [mutation, sequence, outcome] of results)
      this.note(mutation, sequence, outcome);
    this.save();
  }

  note(mutation, sequence, outcome) {
    const own = this.state.outbox.find((one) => one.mutation.equals(mutation));
    if (!own)
      return;
    own.acked = sequence;
    own.outcome = outcome;
  }

  // An ACK is a promise that a server can lose: what the log has not shown goes out again.
  reopenAbove(sequence) {
    for (const own of this.state.outbox) {
      if (own.acked > sequence)
        Object.assign(own, { acked: 0, outcome: 0 });
    }
  }

  // ---- greeting ----

  hello() {
    const { state } = this;
    this.reopenAbove(state.cursor);
    return {
      protocolMin: 1, protocolMax: 1, schema: schemaVersion, app: 'interop 1',
      production: state.production, device: state.device, stream: state.stream,
      streamHead: state.lastHash.equals(noHash) ? null : [state.streamSequence, state.lastHash],
      token: state.token, epoch: state.epoch, cursor: state.cursor, chain: state.chain,
      highWater: state.cursor, dirty: state.dirty, checkpoints: state.checkpoints,
      scopeHash: state.scope.length > 0 ? sha256(...state.scope) : noHash,
      pending: this.unconfirmed().length,
    };
  }

  // The server lost everything behind `common`, or we are from another history.
  resync(common, epoch) {
    const { state } = this;
    this.reopenAbove(common);
    state.checkpoints = state.checkpoints.filter(([sequence]) => sequence <= common);
    const [cursor, chain] = state.checkpoints.at(-1)?.[0] === common ? state.checkpoints.at(-1)
                                                                     : [0, noHash];
    Object.assign(state, { cursor, chain, epoch, dirty: 1 });
    this.save();
  }

  // ---- the history ----

  applyDelta({ from, to, chain, rows }) {
    const { state } = this;
    if (from !== state.cursor || to < from)
      throw new Error('a delta that does not follow the cursor');
    let last = from;
    for (const [sequence, outcome, envelope, post] of rows) {
      if (sequence <= last || sequence > to)
        throw new Error('a row out of its place');
      last = sequence;
      this.applyRow(sequence, outcome, envelope, post);
    }
    Object.assign(state, { cursor: to, chain });
    this.save();
  }

  applyRow(sequence, outcome, bytes, post) {
    const envelope = decodeEnvelope(bytes);
    const own = this.state.outbox.find((one) => one.mutation.equals(envelope.mutation));
    if (own && !own.bytes.equals(bytes))
      throw new Error('an own envelope that came back changed');
    this.note(envelope.mutation, sequence, outcome);
    for (const record of post.length > 0 ? decode(post) : []) {
      const known = this.state.records[idText(record[0])];
      if (!known || record[3] > known.lastSequence)
        this.put(this.state.records, record);
    }
  }

  put(records, [id, type, cell, lastSequence, deleted, groups]) {
    records[idText(id)] = { id, type, cell, lastSequence, deleted, groups };
  }

  // ---- snapshots: gathered aside, then swapped in ----

  applySnapshot({ begin, pages, end, epoch, scope, isRemovalSigned }) {
    const { state } = this;
    const records = {};
    for (const record of pages)
      this.put(records, record);
    if (Object.keys(records).length !== end.rows || end.sequence !== begin.sequence)
      throw new Error('a snapshot that is not whole');
    const held = Object.keys(state.records).length;
    const removed = Object.keys(state.records).filter((id) => !(id in records)).length;
    if (removed > removalMax && removed > held / 2 && !isRemovalSigned)
      throw new Error('the server lacks most of what is here: a person has to look');
    Object.assign(state, { records, epoch, scope, cursor: end.sequence, chain: end.chain, dirty: 0 });
    this.save();
  }

  // Of some cells, or some buckets of them: what is not in it does not exist.
  applyPart({ begin, pages }) {
    const { state } = this;
    const { buckets } = begin;
    this.forget((record) => isCovered(record.cell, begin.scope)
      && (buckets.length === 0 || buckets.includes(bucketOf(record))));
    for (const record of pages)
      this.put(state.records, record);
    state.dirty = 0;
    this.save();
  }

  // ---- what may be seen here ----

  // Dirty until what was gained is here: should it not come, the next connection takes everything.
  applyScope({ scope, gained }) {
    const { state } = this;
    this.forget((record) => !isCovered(record.cell, scope));
    Object.assign(state, { scope, dirty: gained.length > 0 ? 1 : 0 });
    this.save();
  }

  // Not welcome any more: what others wrote goes, the own envelopes stay.
  forgetOthers() {
    this.forget(() => true);
    this.state.scope = [];
    this.save();
  }

  forget(isToGo) {
    const left = Object.entries(this.state.records).filter(([, record]) => !isToGo(record));
    this.state.records = Object.fromEntries(left);
  }

  // ---- digests ----

  // Whether the records here are those that the server has at the same place.
  isEqualTo({ sequence, chain, digests }) {
    const { state } = this;
    if (sequence !== state.cursor || !chain.equals(state.chain))
      throw new Error('a checkpoint beside the cursor');
    const records = Object.values(state.records);
    const [[, sum, count]] = digests;
    if (count !== records.length || !sum.equals(digestOf(records)))
      return false;
    state.checkpoints = [...state.checkpoints.filter(([known]) => known < sequence),
                         [sequence, chain]].slice(-checkpointsMax);
    this.save();
    return true;
  }

  bucketsBeside(sums) {
    const records = Object.values(this.state.records);
    return sums.flatMap((sum, bucket) => {
      const here = digestOf(records.filter((record) => bucketOf(record) === bucket));
      return here.equals(sum) ? [] : [bucket];
    });
  }

  markDirty() {
    this.state.dirty = 1;
    this.save();
  }
}

// A scope is a list of cells in which an id of zeros stands for any.
function isCovered(cell, scope) {
  const isAny = (part) => part.every((byte) => byte === 0);
  const fits = (entry, from, to) => isAny(entry.subarray(from, to))
    || entry.subarray(from, to).equals(cell.subarray(from, to));
  if (scope.some((entry) => entry[0] === 4 && entry.length === 17 && cell[0] === 3
                            && cell.subarray(17, 33).equals(entry.subarray(1)))) return false;
  return scope.some((entry) => entry[0] === cell[0] && fits(entry, 1, 17) && fits(entry, 17, 33));
}

function bucketOf(record) {
  return record.id.at(-1);
}

function digestOf(records) {
  const sum = records.reduce((total, record) => total + BigInt(`0x${leafOf(record)}`), 0n);
  const bytes = BigInt.asUintN(256, sum).toString(16).padStart(64, '0');
  return Buffer.from(bytes, 'hex');
}

function leafOf({ id, type, lastSequence, deleted, groups }) {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(type);
  head[4] = deleted;
  return sha256(id, bigEndian64(lastSequence), sha256(head, groups)).toString('hex');
}
