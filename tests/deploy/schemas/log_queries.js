// Holds the queries of docs/runbooks/logs.md against Grafana's parser of LogQL, against the labels that promtail.yml
// gives, and against lines that our programs wrote: each has to find some of them.
//   node log_queries.js LOGS.md PROMTAIL.yml LINES.jsonl...      exit code: 0 all do, 1 not
// LINES is named by its job: server.jsonl is filmtracker, nginx.jsonl, system.jsonl (with the unit first). What is
// carried out: selectors, line filters, | json, comparisons of labels, unwrap; of aggregations, what goes into them.
'use strict';

const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');
const {parser} = require('@grafana/lezer-logql');

const JOBS = {server: 'filmtracker', nginx: 'nginx', system: 'system'};

// Stages that nobody evaluates here would let everything through.
const KNOWN = new Set(['LineFilters', 'LabelParser', 'LabelFilter', 'LineFormatExpr']);

class Wrong extends Error {}

function children(node) {
    const found = [];
    for (let child = node.firstChild; child; child = child.nextSibling)
        found.push(child);
    return found;
}

function all(node, name, found = []) {
    if (node.name === name)
        found.push(node);
    for (const child of children(node))
        all(child, name, found);
    return found;
}

function unquoted(text) {
    return text[0] === '`' ? text.slice(1, -1) : JSON.parse(text);
}

// A test of `value` as = != =~ !~ do it; LogQL's regular expressions of labels are anchored, those of lines not.
function comparison(operator, wanted, anchored) {
    if (operator === '=' || operator === '==')
        return (value) => value === wanted;
    if (operator === '!=')
        return (value) => value !== wanted;
    const expression = new RegExp(anchored ? `^(?:${wanted})$` : wanted);
    return operator[0] === '!' ? (value) => !expression.test(value) : (value) => expression.test(value);
}

function flattened(value, prefix = '', into = {}) {
    for (const [key, one] of Object.entries(value)) {
        const name = (prefix ? prefix + '_' : '') + key.replace(/[^A-Za-z0-9_]/g, '_');
        if (one !== null && typeof one === 'object' && !Array.isArray(one))
            flattened(one, name, into);
        else
            into[name] = String(one);
    }
    return into;
}

// What a LogQL matcher or number filter asks of a line's labels.
function labelTest(node, text) {
    const [name, operator, literal] = children(node).map((child) => text(child));
    if (node.name === 'Matcher')
        return {name, test: comparison(operator, unquoted(literal), true)};
    const number = Number(literal);
    const tests = {'>': (v) => v > number, '>=': (v) => v >= number, '<': (v) => v < number, '<=': (v) => v <= number,
                   '==': (v) => v === number, '=': (v) => v === number, '!=': (v) => v !== number};
    if (!tests[operator] || Number.isNaN(number))
        throw new Wrong(`${operator} ${literal} is not known here`);
    return {name, test: (value) => value !== undefined && tests[operator](Number(value))};
}

// read QUERY: {labels, found(entries)}, or throws what is wrong.
function read(query) {
    const tree = parser.parse(query);
    const text = (node) => query.slice(node.from, node.to);
    tree.iterate({enter(node) {
        if (node.type.isError)
            throw new Wrong(`not LogQL at "${query.slice(node.from, node.from + 20)}"`);
    }});
    const top = tree.topNode;
    const selectors = all(top, 'Selector');
    if (selectors.length !== 1)
        throw new Wrong('one selector is expected');
    const matchers = all(selectors[0], 'Matcher').map((node) => labelTest(node, text));
    const stages = [];
    let parsed = false;
    const used = [];
    for (const stage of all(top, 'PipelineStage')) {
        const node = children(stage).find((child) => child.name !== 'Pipe');
        if (!KNOWN.has(node.name))
            throw new Wrong(`${node.name} is not known here`);
        if (node.name === 'LineFilters') {
            for (const filter of all(node, 'LineFilter')) {
                const [operator, literal] = children(filter);
                const wanted = unquoted(text(literal));
                const tests = {'|=': (line) => line.includes(wanted), '!=': (line) => !line.includes(wanted),
                               '|~': comparison('=~', wanted, false), '!~': comparison('!~', wanted, false)};
                stages.push((entry) => tests[text(operator)](entry.line));
            }
        } else if (node.name === 'LabelParser') {
            if (text(node) !== 'json')
                throw new Wrong(`${text(node)} is not known here`);
            parsed = true;
            stages.push((entry) => {
                try {
                    entry.labels = {...flattened(JSON.parse(entry.line)), ...entry.labels};
                } catch {
                    entry.labels.__error__ = 'JSONParserErr';
                }
                return true;
            });
        } else if (node.name === 'LabelFilter') {
            const asked = node.getChild('Matcher') || node.getChild('NumberFilter');
            if (!asked)
                throw new Wrong(`${text(node)} is not known here`);
            const {name, test} = labelTest(asked, text);
            if (!parsed)
                throw new Wrong(`${name} is asked for before | json`);
            stages.push((entry) => test(entry.labels[name] ?? (asked.name === 'Matcher' ? '' : undefined)));
        } else {
            for (const [, name] of text(node).matchAll(/\{\{\.(\w+)\}\}/g))
                used.push(name);
        }
    }
    for (const grouping of all(top, 'Grouping'))
        used.push(...all(grouping, 'Identifier').map((node) => text(node)));
    for (const node of all(top, 'UnwrapExpr'))
        used.push(...all(node, 'Identifier').map((one) => text(one)));
    return {
        selected: matchers.map((one) => one.name),
        found(entries) {
            const left = entries.map((entry) => ({line: entry.line, labels: {...entry.labels}}))
                .filter((entry) => matchers.every(({name, test}) => test(entry.labels[name] ?? '')))
                .filter((entry) => stages.every((stage) => stage(entry)));
            const lacking = used.filter((name) => !left.some((entry) => entry.labels[name] !== undefined));
            if (left.length && lacking.length)
                throw new Wrong(`no line has ${lacking.join(', ')}`);
            return left.length;
        },
    };
}

// As promtail.yml would label them; which labels a job gets is read from it.
function entriesOf(files, jobs) {
    const entries = [];
    for (const file of files) {
        const job = JOBS[path.basename(file, '.jsonl')];
        for (const whole of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
            const labels = {job};
            let line = whole;
            if (job === 'filmtracker')
                labels.unit = 'filmtracker-server@blue.service';
            if (job === 'system')
                [, labels.unit, line] = whole.match(/^(\S+) (.*)$/s);
            let said = {};
            try {
                said = JSON.parse(line);
            } catch {}
            for (const name of ['level', 'category', 'status'])
                if (jobs[job].has(name) && said[name] !== undefined)
                    labels[name] = String(said[name]);
            entries.push({line, labels});
        }
    }
    return entries;
}

function labelsOf(promtail) {
    const jobs = {};
    for (const scrape of yaml.load(fs.readFileSync(promtail, 'utf8')).scrape_configs) {
        const labels = new Set();
        for (const one of [scrape.journal, ...(scrape.static_configs || [])])
            Object.keys((one || {}).labels || {}).filter((name) => !name.startsWith('__')).forEach((name) => labels.add(name));
        for (const rule of scrape.relabel_configs || [])
            if (rule.target_label)
                labels.add(rule.target_label);
        for (const stage of scrape.pipeline_stages || [])
            Object.keys(stage.labels || {}).forEach((name) => labels.add(name));
        const named = (scrape.journal || scrape.static_configs[0]).labels.job;
        jobs[named] = labels;
    }
    return jobs;
}

const [page, promtail, ...files] = process.argv.slice(2);
const jobs = labelsOf(promtail);
const entries = entriesOf(files, jobs);
const known = new Set(Object.values(jobs).flatMap((labels) => [...labels]));
const queries = [...fs.readFileSync(page, 'utf8').matchAll(/```logql\n([^]*?)```/g)].map((match) => match[1].trim());
let wrong = queries.length ? 0 : 1;
for (const query of queries) {
    try {
        const {selected, found} = read(query);
        const strange = selected.filter((name) => !known.has(name));
        if (strange.length)
            throw new Wrong(`promtail gives no label ${strange.join(', ')}`);
        const lines = found(entries);
        if (!lines)
            throw new Wrong('finds nothing');
        console.log(`${lines} lines: ${query}`);
    } catch (problem) {
        if (!(problem instanceof Wrong))
            throw problem;
        console.log(`${problem.message}: ${query}`);
        wrong = 1;
    }
}
process.exit(wrong);
