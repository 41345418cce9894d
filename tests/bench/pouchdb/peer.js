// The same days on another sync server: PouchDB on LevelDB behind express-pouchdb, on this machine.
// Prints one JSON object: documents a second each way, and milliseconds from an edit to a peer.
//   node peer.js DAYS.json EDITS
'use strict';

const {fork} = require('node:child_process');
const {once} = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const PouchDB = require('pouchdb');

const batch = 100;
const folder = process.env.FILM_PEER_FOLDER ?? fs.mkdtempSync(path.join(os.tmpdir(), 'film-peer-'));

// A process of its own, as ours is.
function serve() {
    const app = require('express')();
    const Stored = PouchDB.defaults({prefix: path.join(folder, 'server') + path.sep});
    fs.mkdirSync(path.join(folder, 'server'), {recursive: true});
    const options = {mode: 'minimumForPouchDB', inMemoryConfig: true,
                     logPath: path.join(folder, 'server.log')};
    app.use('/', require('express-pouchdb')(Stored, options));
    const listener = app.listen(0, '127.0.0.1', () => process.send(listener.address().port));
    process.on('disconnect', () => process.exit(0));
}

function local(name) {
    return new PouchDB(path.join(folder, name));
}

async function perSecond(count, work) {
    const start = performance.now();
    await work();
    return count / ((performance.now() - start) / 1000);
}

function part(values, share) {
    return values.sort((a, b) => a - b)[Math.round(share * (values.length - 1))];
}

// One device edits, another one hears of it; both replicate all the time.
async function editToPeer(remote, edits) {
    const [author, reader] = [local('author'), local('reader')];
    const live = {live: true, retry: true, since: 'now'};
    const replications = [author.replicate.to(remote, {live: true, retry: true}),
                          reader.replicate.from(remote, live)];
    const heard = new Map();
    const changes = reader.changes({live: true, since: 'now'})
        .on('change', (change) => heard.get(change.id)?.());
    await new Promise((go) => setTimeout(go, 500)); // until both of them listen
    const times = [];
    for (let i = 0; i < edits; ++i) {
        const id = `edit-${i}`;
        const arrives = new Promise((done) => heard.set(id, done));
        const start = performance.now();
        await author.put({_id: id, note: 'an edit'});
        await arrives;
        times.push(performance.now() - start);
    }
    changes.cancel();
    replications.forEach((one) => one.cancel());
    return {p50: part(times, 0.5), p95: part(times, 0.95)};
}

async function measure(port, days, edits) {
    const remote = new PouchDB(`http://127.0.0.1:${port}/days`);
    await remote.info();
    const author = local('pushes');
    await author.bulkDocs(days);
    const options = {batch_size: batch};
    const push = await perSecond(days.length, () => author.replicate.to(remote, options));
    const pull = await perSecond(days.length,
                                 () => local('pulls').replicate.from(remote, options));
    const stored = (await remote.info()).doc_count;
    if (stored !== days.length)
        throw new Error(`the peer holds ${stored} of ${days.length} documents`);
    const singles = days.slice(0, edits);
    const one = new PouchDB(`http://127.0.0.1:${port}/singles`);
    await one.info();
    const pushOne = await perSecond(singles.length, async () => {
        for (const day of singles)
            await one.put(day);
    });
    const live = new PouchDB(`http://127.0.0.1:${port}/live`);
    await live.info();
    const {p50, p95} = await editToPeer(live, edits);
    return {documents: days.length, push, pushOne, pull, editP50: p50, editP95: p95};
}

async function main(daysFile, edits) {
    const days = JSON.parse(fs.readFileSync(daysFile, 'utf8'));
    const env = {...process.env, FILM_PEER_FOLDER: folder};
    const server = fork(__filename, ['--serve'], {env});
    try {
        const [port] = await once(server, 'message');
        console.log(JSON.stringify(await measure(port, days, edits)));
    } finally {
        server.disconnect();
        fs.rmSync(folder, {recursive: true, force: true});
    }
}

if (process.argv[2] === '--serve') {
    serve();
} else {
    main(process.argv[2], Number(process.argv[3] ?? 50)).then(() => process.exit(0), (error) => {
        console.error(error);
        process.exit(1);
    });
}
