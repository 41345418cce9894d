// One connection: greeting, pushing, receiving (docs/protocol.md, "Messages", "What a client must do").

import WebSocket from 'ws';

import { decodeFrame, encodeFrame } from './messages.js';
import {
  idText, isCertified, isRemovalSigned, newKey, publicKey, segmentsOf, sign,
} from './stream.js';

const path = '/sync/v1';
const subprotocol = 'filmtracker.sync.v1';
const frameBytesMax = 1024 * 1024;
const handshakeMax = 10_000;
const silenceMax = 45_000;
const pingEvery = 20_000;
const envelopesOfPush = 200;
const bytesOfPush = 40 * 1024; // a message is to stay below 48 KiB

const verdicts = ['resume', 'snapshot', 'resync'];
const outcomes = ['', 'applied', 'converged', 'conflict', 'held', 'duplicate', 'quarantined',
                  'grant changed', 'resolved', 'system'];

// Messages out, and in one after the other.
class Line {
  static async open(server) {
    // Compression is part of the protocol's own frame, so none of the WebSocket's.
    const socket = new WebSocket(server + path, subprotocol,
                                 { perMessageDeflate: false, maxPayload: frameBytesMax,
                                   handshakeTimeout: handshakeMax });
    const line = new Line(socket);
    await new Promise((opened, failed) => {
      socket.once('open', opened);
      socket.once('error', failed);
    });
    return line;
  }

  constructor(socket) {
    this.socket = socket;
    this.arrived = [];
    socket.on('message', (bytes) => this.take(bytes));
    socket.on('close', (code, reason) => this.end(new Error(`closed: ${code} ${reason}`)));
    socket.on('error', (error) => this.end(error));
  }

  take(bytes) {
    try {
      const message = decodeFrame(bytes);
      if (message)
        this.arrived.push(message);
    } catch (error) {
      this.end(error);
      this.socket.close(4000, error.message);
    }
    this.wake?.();
  }

  end(error) {
    this.failure ??= error;
    this.wake?.();
  }

  async receive() {
    const giveUp = setTimeout(() => this.end(new Error('silence')), silenceMax);
    while (this.arrived.length === 0 && !this.failure)
      await new Promise((wake) => { this.wake = wake; });
    clearTimeout(giveUp);
    if (this.arrived.length === 0)
      throw this.failure;
    return this.arrived.shift();
  }

  send(name, values) {
    this.socket.send(encodeFrame(name, values));
  }

  // Every 20 seconds ± 20 %, so that many devices do not speak in step.
  keepAlive(cursor) {
    let number = 0;
    const next = () => {
      this.pinging = setTimeout(() => {
        this.send('PING', { number: ++number, wall: Date.now(), cursor: cursor() });
        next();
      }, pingEvery * (0.8 + 0.4 * Math.random()));
    };
    next();
  }

  close() {
    clearTimeout(this.pinging);
    this.socket.close(1000);
  }

  // As if the network were gone.
  drop() {
    clearTimeout(this.pinging);
    this.socket.terminate();
  }
}

// ---- joining: a connection of its own ----

// An invite code becomes this device; gives what it is from now on.
export async function join(server, code, deviceName) {
  const key = newKey();
  const line = await Line.open(server);
  line.send('JOIN', {
    protocolMin: 1, protocolMax: 1, code, deviceKey: publicKey(key), deviceName,
    proof: sign(key, Buffer.from('join1'), Buffer.from(code)),
  });
  const answer = await line.receive();
  line.close();
  if (answer.name !== 'JOINED')
    throw new Error(`the code was refused: ${answer.name} ${answer.code}`);
  const [production, device, user, certified, certificate] = answer.certificate;
  if (!isCertified(answer.certificate, answer.authorityKey) || !certified.equals(publicKey(key)))
    throw new Error('the certificate is not for this device');
  return {
    server, key, production, device, user, certificate, person: answer.person, role: answer.role,
    authorityKey: answer.authorityKey, token: answer.token,
  };
}

// ---- syncing ----

// Hands over what is here, takes what is there, and ends when a checkpoint has shown both to be the
// same. `loseAnswer` drops the connection when the first ACK arrives, before anything is kept of it;
// `awaitScope` stays until the scope has changed.
export async function sync(replica, options = {}) {
  const line = await Line.open(replica.state.server);
  try {
    const session = new Session(replica, line, options);
    await session.run();
    return session.report;
  } finally {
    line.close();
  }
}

class Session {
  constructor(replica, line, { loseAnswer = false, awaitScope = false }) {
    Object.assign(this, { replica, line, loseAnswer, awaitScope });
    this.credit = 0;
    this.lastBatch = 0;
    this.batches = new Map(); // under way: number to the mutations that are not answered
    this.comparisons = 0;
    this.isInStep = false;
    this.report = {
      device: idText(replica.state.device), verdict: '', snapshotRows: 0, deltaRows: 0, acks: [], repaired: 0,
    };
  }

  async run() {
    this.line.send('HELLO', this.replica.hello());
    this.welcome(await this.line.receive());
    while (!this.isOver()) {
      const message = await this.line.receive();
      if (this.loseAnswer && message.name === 'DELTA')
        continue; // it would tell what the ACK was to tell
      const handler = this[`on${message.name}`];
      if (!handler)
        throw new Error(`${message.name} does not belong here`);
      handler.call(this, message);
    }
    this.report.head = this.replica.state.cursor;
  }

  isOver() {
    return this.report.lost || this.report.forgotten || this.isHandedOver()
      || (this.isInStep && !this.awaitScope && this.batches.size === 0
        && this.replica.unconfirmed().length === 0);
  }

  // This app is too old for more, the server says; what is here, it has.
  isHandedOver() {
    return this.hello.oldestApp && this.batches.size === 0 && this.replica.unsent().length === 0;
  }

  welcome(answer) {
    if (answer.name !== 'HELLO_OK' || answer.protocol !== 1)
      throw new Error(`not welcome: ${answer.name} ${answer.code} ${answer.text}`);
    this.hello = answer;
    this.report.verdict = verdicts[answer.verdict];
    this.report.mode = ['full', 'drain', 'read only'][answer.mode];
    if (answer.verdict === 2)
      this.replica.resync(answer.common, answer.epoch);
    this.credit = answer.pushCredit;
    this.line.keepAlive(() => this.replica.state.cursor);
    this.push();
  }

  // ---- own changes ----

  push() {
    const underWay = new Set([...this.batches.values()].flat());
    const waiting = this.replica.unsent().filter((own) => !underWay.has(own));
    while (this.credit > 0 && waiting.length > 0) {
      const batch = takeBatch(waiting);
      this.credit -= 1;
      this.lastBatch += 1;
      this.batches.set(this.lastBatch, batch);
      const { production, key } = this.replica.state;
      this.line.send('PUSH', { batch: this.lastBatch, segments: segmentsOf(batch, production, key) });
    }
  }

  onACK({ batch, results, credit }) {
    if (this.loseAnswer) {
      this.report.lost = results.map(([, sequence]) => sequence);
      return this.line.drop();
    }
    this.replica.applyResults(results);
    this.report.acks.push(...results.map(([, sequence, outcome]) => [outcomes[outcome], sequence]));
    // A batch may be answered in parts; what no ACK lists is still pending.
    const left = (this.batches.get(batch) ?? []).filter((own) => own.outcome === 0);
    if (left.length > 0)
      this.batches.set(batch, left);
    else
      this.batches.delete(batch);
    this.credit += credit;
    this.push();
  }

  onNACK({ batch, code, retryMs }) {
    this.batches.delete(batch);
    this.credit += 1;
    if (code === 4)
      throw new Error('the server calls a segment bad: a mistake in this client');
    setTimeout(() => this.push(), retryMs);
  }

  // ---- what others did ----

  onDELTA(delta) {
    this.isInStep = false;
    this.replica.applyDelta(delta);
    this.report.deltaRows += delta.rows.length;
    this.grant();
  }

  onSNAP_BEGIN(begin) {
    const isPart = begin.scope.length > 0;
    if (isPart ? begin.sequence !== this.replica.state.cursor : this.hello.verdict === 0)
      throw new Error('a snapshot that nobody asked for');
    this.snapshot = { begin, pages: [] };
  }

  onSNAP_PAGE({ rows }) {
    this.snapshot.pages.push(...rows);
    this.grant();
  }

  onSNAP_END(end) {
    const { begin, pages } = this.snapshot;
    this.snapshot = undefined;
    if (begin.scope.length > 0)
      return this.replica.applyPart({ begin, pages });
    const { epoch, scope } = this.hello;
    this.replica.applySnapshot({
      begin, pages, end, epoch, scope,
      isRemovalSigned: this.isSigned(begin.sequence, scope, begin.reason, begin.signature),
    });
    this.report.snapshotRows += pages.length;
  }

  // DELTA, SNAP_PAGE and CHECKPOINT each take one credit; it goes back once they are on disk.
  grant() {
    this.line.send('CREDIT', { messages: 1, applied: this.replica.state.cursor });
  }

  // ---- whether both sides have the same ----

  onCHECKPOINT(checkpoint) {
    this.isInStep = this.replica.isEqualTo(checkpoint);
    this.grant();
    if (this.isInStep && this.awaitScope)
      console.log('waiting for another scope');
    if (this.isInStep)
      return;
    this.line.send('INCIDENT', { kind: 1, detail: 'digest' });
    this.comparisons += 1;
    if (this.comparisons > 1) {
      this.replica.markDirty();
      throw new Error('the records still differ: the next connection takes everything anew');
    }
    this.line.send('DIGEST_REQ', { level: 1 });
  }

  onDIGEST({ sums, sequence }) {
    if (sequence !== this.replica.state.cursor)
      return; // they have moved on; the next checkpoint tells
    const buckets = this.replica.bucketsBeside(sums);
    this.report.repaired += buckets.length;
    if (buckets.length > 0)
      this.line.send('FETCH', { buckets });
  }

  // ---- what may be seen here, and leaving ----

  onSCOPE(change) {
    const { scope, reason, signature } = change;
    if (!this.isSigned(this.replica.state.cursor, scope, reason, signature))
      throw new Error('another scope that the authority did not sign');
    this.replica.applyScope(change);
    this.report.scope = { gained: change.gained.length, lost: change.lost.length };
    this.awaitScope = false;
    this.isInStep = false;
  }

  onPURGE({ reason, signature, sequence }) {
    if (!this.isSigned(sequence, [], reason, signature))
      throw new Error('an order to forget that the authority did not sign');
    this.replica.forgetOthers();
    this.report.forgotten = true;
  }

  isSigned(sequence, scope, reason, signature) {
    const { production, device, authorityKey } = this.replica.state;
    return isRemovalSigned(authorityKey, { production, device, sequence, scope, reason }, signature);
  }

  onPONG() {}

  onGOAWAY({ code, spreadMs }) {
    throw new Error(`the server asks to come back within ${spreadMs} ms (${code})`);
  }

  onERROR({ code, text }) {
    throw new Error(`the server gave up: ${code} ${text}`);
  }
}

// Takes as many from the front as fit one PUSH.
function takeBatch(waiting) {
  let bytes = 0;
  let count = 0;
  while (count < waiting.length && count < envelopesOfPush
         && (count === 0 || bytes + waiting[count].bytes.length <= bytesOfPush)) {
    bytes += waiting[count].bytes.length;
    count += 1;
  }
  return waiting.splice(0, count);
}
