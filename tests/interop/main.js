// A second client of filmtracker.sync.v1, written from docs/protocol.md alone.
//   node main.js FOLDER join URL CODE NAME
//   node main.js FOLDER enter DATE PERSON CALL WRAP
//   node main.js FOLDER later DATE PERSON TEXT   a field and a group that no version has yet
//   node main.js FOLDER sync [--lose-answer | --await-scope]
//   node main.js FOLDER days

import { decode } from './cbor.js';
import { laterGroups, person, readPerson, readWorkDay, workDay, workDayGroups, workDayId } from './records.js';
import { Replica } from './replica.js';
import { join, sync } from './session.js';
import { idText } from './stream.js';

const set = 1, create = 2; // operations

const commands = {
  async join(folder, server, code, name) {
    const replica = Replica.create(folder, await join(server, code, name));
    console.log(`joined ${idText(replica.state.device)}`);
  },

  enter(folder, date, name, call, wrap) {
    save(Replica.load(folder), date, name, (key) => workDayGroups(key, { call, wrap }));
  },

  later(folder, date, name, words) {
    save(Replica.load(folder), date, name, () => laterGroups(words), 2);
  },

  async sync(folder, option) {
    const report = await sync(Replica.load(folder), {
      loseAnswer: option === '--lose-answer', awaitScope: option === '--await-scope',
    });
    console.log(JSON.stringify(report));
  },

  days(folder) {
    const replica = Replica.load(folder);
    const people = peopleOf(replica);
    for (const { id, type, groups, deleted } of Object.values(replica.state.records)) {
      if (type !== workDay || deleted)
        continue;
      const day = readWorkDay(decode(groups));
      const owner = people.find(([one]) => one.equals(day.person));
      console.log(JSON.stringify({ id: idText(id), ...day, person: owner?.[1].name ?? '' }));
    }
  },
};

// Changes the day of that person so that it has the groups and fields that `wanted` gives.
function save(replica, date, name, wanted, schema) {
  const [id, { unit }] = peopleOf(replica).find(([, one]) => one.name === name);
  const key = { person: id, date, unit };
  const record = workDayId(replica.state.production, key);
  const known = replica.state.records[idText(record)];
  const mutation = replica.write({
    type: workDay, record, operation: known ? set : create,
    groups: changesTo(known ? decode(known.groups) : new Map(), wanted(key)), schema,
  });
  // Only now: it is on the disk.
  console.log(`saved ${idText(mutation)} ${date} ${name}`);
}

function peopleOf(replica) {
  return Object.values(replica.state.records)
    .filter(({ type, deleted }) => type === person && !deleted)
    .map(({ id, groups }) => [id, readPerson(decode(groups))]);
}

// What turns the groups as they are, [version, fields] each, into those wanted: only groups and
// fields that change, with what the author saw. A field that is not named stays.
function changesTo(known, wanted) {
  const changes = new Map();
  for (const [group, fields] of wanted) {
    const [base, pre] = known.get(group) ?? [null, new Map()];
    const different = [...fields].filter(([field, value]) => !isSame(pre.get(field), value));
    if (different.length > 0)
      changes.set(group, { base, pre, set: new Map(different) });
  }
  return changes;
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

const [folder, command, ...rest] = process.argv.slice(2);
if (!(command in commands)) {
  console.error('commands: join, enter, sync, days');
  process.exit(1);
}
await commands[command](folder, ...rest);
