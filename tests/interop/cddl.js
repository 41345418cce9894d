// As much of CDDL (RFC 8610) as docs/protocol.cddl uses, and whether a value fits it: numbers and
// ranges, byte strings, text, choices, arrays, maps with cuts, groups, occurrences, generics, .size
// and .cbor. Anything else in the file is an error, so that the file cannot say what is not checked.

import { decode } from './cbor.js';

const tokens = /;[^\n]*|\s+|h'([0-9a-f]*)'|(\d*\*\d*)|(-?\d+)|([a-z][a-z0-9-]*)|(\.\.|=>|\.size|\.cbor|[=\/<>()[\]{},:?+^])/gy;

export class Cddl {
  // `isWithin`: whether what .cbor says of the content of byte strings is looked at.
  constructor(text, { isWithin = true } = {}) {
    this.isWithin = isWithin;
    this.tokens = [];
    tokens.lastIndex = 0;
    while (tokens.lastIndex < text.length) {
      const at = tokens.lastIndex;
      const match = tokens.exec(text);
      if (!match)
        throw new Error(`cannot be read: ${text.slice(at, at + 40)}`);
      const [, hex, occurrence, number, name, mark] = match;
      if (hex !== undefined)
        this.tokens.push({ hex });
      else if (occurrence !== undefined)
        this.tokens.push({ occurrence });
      else if (number !== undefined)
        this.tokens.push({ number: BigInt(number) });
      else if (name !== undefined || mark !== undefined)
        this.tokens.push({ word: name ?? mark, isName: name !== undefined });
    }
    this.at = 0;
    this.rules = new Map();
    while (this.at < this.tokens.length)
      this.rule();
    for (const { name, by } of this.named ?? [])
      if (!this.rules.has(name) && !by.includes(name))
        throw new Error(`${name} is not defined`);
  }

  // Why `value` is not what the rule says; nothing if it is.
  problem(name, value) {
    return this.misfit(this.rules.get(name).type, value, new Map(), name);
  }

  // ---- reading ----

  next(word) {
    if (this.tokens[this.at]?.word !== word)
      return false;
    ++this.at;
    return true;
  }

  need(word) {
    if (!this.next(word))
      throw new Error(`${word} is missing before ${JSON.stringify(this.tokens[this.at]?.word)}`);
  }

  name() {
    const token = this.tokens[this.at++];
    if (!token?.isName)
      throw new Error('a name is missing');
    return token.word;
  }

  list(read) {
    const items = [];
    if (this.next('<')) {
      do
        items.push(read());
      while (this.next(','));
      this.need('>');
    }
    return items;
  }

  rule() {
    const name = this.name();
    this.parameters = this.list(() => this.name());
    this.need('=');
    if (this.rules.has(name))
      throw new Error(`${name} is defined twice`);
    const next = this.tokens[this.at + 1];
    const isGroup = this.tokens[this.at]?.word === '('
      && (next?.occurrence !== undefined || next?.word === '?');
    const type = isGroup ? this.group('(', ')') : this.type();
    this.rules.set(name, { parameters: this.parameters, type });
  }

  type() {
    const choices = [this.one()];
    while (this.next('/'))
      choices.push(this.one());
    return choices.length === 1 ? choices[0] : { choices };
  }

  one() {
    const target = this.plain();
    if (this.next('..'))
      return { least: target.number, most: this.plain().number };
    if (this.next('.size'))
      return { target, size: this.plain() };
    if (this.next('.cbor'))
      return { target, content: this.plain() };
    return target;
  }

  plain() {
    const token = this.tokens[this.at];
    if (token?.number !== undefined || token?.hex !== undefined) {
      ++this.at;
      return token;
    }
    if (token?.word === '[')
      return { array: this.group('[', ']') };
    if (token?.word === '{')
      return { map: this.group('{', '}') };
    if (this.next('(')) {
      const type = this.type();
      this.need(')');
      return type;
    }
    const name = this.name();
    if (['null', 'any', 'bytes', 'tstr'].includes(name))
      return { kind: name };
    (this.named ??= []).push({ name, by: this.parameters });
    return { name, given: this.list(() => this.type()) };
  }

  group(open, close) {
    this.need(open);
    const entries = [];
    while (!this.next(close)) {
      entries.push(this.entry());
      this.next(',');
    }
    return { entries };
  }

  entry() {
    let least = 1;
    let most = 1;
    const { occurrence } = this.tokens[this.at];
    if (occurrence !== undefined) {
      ++this.at;
      const [from, to] = occurrence.split('*');
      [least, most] = [Number(from || 0), to === '' ? Infinity : Number(to)];
    } else if (this.next('?')) {
      least = 0;
    } else if (this.next('+')) {
      most = Infinity;
    }
    if (this.tokens[this.at].isName && this.tokens[this.at + 1].word === ':')
      this.at += 2; // in an array it only says what is meant
    const type = this.type();
    const isCut = this.next('^');
    return this.next('=>') ? { least, most, key: type, isCut, type: this.type() }
                           : { least, most, type };
  }

  // ---- checking ----

  misfit(type, value, given, where) {
    const wrong = (what) => `${where}: ${what}`;
    if (type.choices) {
      const problems = type.choices.map((each) => this.misfit(each, value, given, where));
      return problems.every(Boolean) ? problems.join('\n  or ') : null;
    }
    if (type.name) {
      const known = given.get(type.name);
      if (known)
        return this.misfit(known.type, value, known.given, where);
      const rule = this.rules.get(type.name);
      const passed = new Map(rule.parameters.map(
        (parameter, i) => [parameter, { type: type.given[i], given }]));
      return this.misfit(rule.type, value, passed, `${where}.${type.name}`);
    }
    if (type.size) {
      const length = Buffer.isBuffer(value) ? value.length : Buffer.byteLength(String(value));
      return this.misfit(type.target, value, given, where)
        ?? this.misfit(type.size, length, given, `${where} size`);
    }
    if (type.content)
      return this.misfit(type.target, value, given, where) ?? this.inside(type, value, given, where);
    if (type.number !== undefined || type.least !== undefined) {
      const isNumber = typeof value === 'number' || typeof value === 'bigint';
      const [least, most] = [type.number ?? type.least, type.number ?? type.most];
      return isNumber && BigInt(value) >= least && BigInt(value) <= most
        ? null : wrong(`not ${least}..${most}`);
    }
    if (type.hex !== undefined)
      return Buffer.isBuffer(value) && value.toString('hex') === type.hex ? null : wrong(`not h'${type.hex}'`);
    if (type.array)
      return Array.isArray(value) ? this.arrayMisfit(type.array, value, given, where) : wrong('no array');
    if (type.map)
      return value instanceof Map ? this.mapMisfit(type.map, value, given, where) : wrong('no map');
    const fits = { any: true, null: value === null, bytes: Buffer.isBuffer(value),
                   tstr: typeof value === 'string' };
    return fits[type.kind] ? null : wrong(`no ${type.kind}`);
  }

  inside(type, value, given, where) {
    if (!this.isWithin)
      return null;
    let content;
    try {
      content = decode(value);
    } catch (error) {
      return `${where}: ${error.message}`;
    }
    return this.misfit(type.content, content, given, `${where} within`);
  }

  // Each entry takes what fits it, which is enough where no entry could take what the next needs.
  arrayMisfit({ entries }, value, given, where) {
    let at = 0;
    for (const entry of entries) {
      let count = 0;
      let problem = `${where}[${at}]: missing`;
      while (at < value.length && count < entry.most) {
        problem = this.misfit(entry.type, value[at], given, `${where}[${at}]`);
        if (problem)
          break;
        ++at;
        ++count;
      }
      if (count < entry.least)
        return problem;
    }
    return at === value.length ? null : `${where}[${at}]: more than there may be`;
  }

  // Entries of a map; a group that is named among them is part of it.
  entriesOf({ entries }) {
    return entries.flatMap((entry) => {
      if (entry.key)
        return [entry];
      return this.entriesOf(this.rules.get(entry.type.name).type);
    });
  }

  mapMisfit(map, value, given, where) {
    const entries = this.entriesOf(map);
    const counts = new Map(entries.map((entry) => [entry, 0]));
    for (const [key, item] of value) {
      let problem = `${where}.${key}: no such key`;
      for (const entry of entries) {
        if (this.misfit(entry.key, key, given, where))
          continue;
        problem = this.misfit(entry.type, item, given, `${where}.${key}`);
        if (!problem)
          counts.set(entry, counts.get(entry) + 1);
        if (!problem || entry.isCut)
          break;
      }
      if (problem)
        return problem;
    }
    for (const [entry, count] of counts)
      if (count < entry.least || count > entry.most)
        return `${where}: ${count} times what has to be ${entry.least} to ${entry.most} times`;
    return null;
  }
}
