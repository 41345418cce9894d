// The few records this client reads and writes: people and work days (docs/protocol.md, "Records").

import { asUuid, bigEndian64, sha256 } from './stream.js';

export const person = 4;
export const workDay = 7;

const main = 1, name = 1, unit = 4; // of a person
const identity = 1, times = 2, notes = 6; // of a work day
const ofPerson = 1, onDate = 2, inUnit = 3; // of its identity
const dayType = 1, call = 2, wrap = 3; // of its times
const plainWork = 1;

const julianDayOf1970 = 2440588;
const millisecondsOfDay = 86_400_000;

export function julianDay(date) {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay + julianDayOf1970;
}

function dateOf(day) {
  return new Date((day - julianDayOf1970) * millisecondsOfDay).toISOString().slice(0, 10);
}

// Two devices that describe the same day name the same record.
export function workDayId(production, key) {
  const label = Buffer.from('film.work-day.1');
  const hash = sha256(label, production, key.person, bigEndian64(julianDay(key.date)), key.unit);
  return asUuid(hash.subarray(0, 16), 8);
}

// The groups of a work day, each a map from field to value. A time is minutes from midnight of
// the date, and 1 for the second of two equal times in the night the clocks go back.
export function workDayGroups(key, day) {
  return new Map([
    [identity, new Map([[ofPerson, key.person], [onDate, julianDay(key.date)],
                        [inUnit, key.unit]])],
    [times, new Map([[dayType, plainWork], [call, [minutes(day.call), 0]],
                     [wrap, [minutes(day.wrap), 0]]])],
  ]);
}

// As a version may write them that does not exist yet.
const laterField = 60, laterGroup = 40;

export function laterGroups(words) {
  return new Map([[times, new Map([[laterField, words]])],
                  [laterGroup, new Map([[laterField, [words]]])]]);
}

function minutes(clock) {
  const [hours, rest] = clock.split(':').map(Number);
  return hours * 60 + rest;
}

function clockOf(time) {
  const [all] = time ?? [];
  if (all === undefined)
    return '';
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

// `groups` of a record: a map from group to [version, fields].
export function readWorkDay(groups) {
  const fields = (group) => groups.get(group)?.[1] ?? new Map();
  return {
    person: fields(identity).get(ofPerson),
    date: dateOf(fields(identity).get(onDate)),
    call: clockOf(fields(times).get(call)),
    wrap: clockOf(fields(times).get(wrap)),
    notes: fields(notes).get(1) ?? '',
    later: [fields(times).get(laterField), ...fields(laterGroup).get(laterField) ?? []],
  };
}

export function readPerson(groups) {
  const fields = groups.get(main)[1];
  return { name: fields.get(name), unit: fields.get(unit) ?? Buffer.alloc(16) };
}
