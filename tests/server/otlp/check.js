// Reads a request of OTLP/HTTP in JSON and holds it against the protocol's own .proto files, which
// lie in node_modules. Says what does not fit, a line each; the exit code is 1 then.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

const require = createRequire(import.meta.url);
const protos = join(
    dirname(require.resolve('@opentelemetry/otlp-grpc-exporter-base/package.json')),
    'build', 'protos');
const root = new protobuf.Root();
root.resolvePath = (origin, target) => join(protos, target);
root.loadSync('opentelemetry/proto/collector/trace/v1/trace_service.proto');
root.resolveAll();
const requestType = root.lookupType('opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest');

const problems = [];
const idBytes = { traceId: 16, spanId: 8, parentSpanId: 8 };
const integers = ['int32', 'uint32', 'sint32', 'fixed32', 'sfixed32'];
const longs = ['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64'];

// The value as protobufjs takes it. OTLP 1.0, "JSON Protobuf Encoding": ids are hexadecimal, enums
// are numbers, 64-bit numbers are texts, and names are in lowerCamelCase.
function valueOf(value, field, at) {
    const wrong = (what) => {
        problems.push(`${at} ${what}`);
        return undefined;
    };
    if (field.resolvedType instanceof protobuf.Type)
        return messageOf(value, field.resolvedType, at);
    if (field.resolvedType instanceof protobuf.Enum)
        return field.resolvedType.valuesById[value] === undefined ? wrong('is none of its values') : value;
    if (longs.includes(field.type))
        return /^-?\d{1,20}$/.test(value) && typeof value === 'string' ? value : wrong('is no 64-bit number as text');
    if (integers.includes(field.type))
        return Number.isInteger(value) ? value : wrong('is no number');
    if (field.type === 'bytes') {
        const size = idBytes[field.name] ?? 0;
        return typeof value === 'string' && size > 0 && new RegExp(`^[0-9a-fA-F]{${2 * size}}$`).test(value)
            ? Buffer.from(value, 'hex') : wrong(`is no id of ${size} bytes`);
    }
    const types = { string: 'string', bool: 'boolean', double: 'number', float: 'number' };
    return typeof value === types[field.type] ? value : wrong(`is no ${field.type}`);
}

function messageOf(json, type, at) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        problems.push(`${at} is no object`);
        return {};
    }
    const made = {};
    const oneOfs = new Set();
    for (const [key, value] of Object.entries(json)) {
        const field = type.fields[key];
        const place = `${at}.${key}`;
        if (!field) {
            problems.push(`${place} is no field of ${type.name}`);
            continue;
        }
        if (field.partOf && oneOfs.has(field.partOf.name))
            problems.push(`${place} is one too many of ${field.partOf.name}`);
        if (field.partOf)
            oneOfs.add(field.partOf.name);
        if (field.repeated && !Array.isArray(value))
            problems.push(`${place} is no list`);
        else
            made[key] = field.repeated
                ? value.map((item, i) => valueOf(item, field, `${place}[${i}]`))
                : valueOf(value, field, place);
    }
    return made;
}

const json = JSON.parse(readFileSync(0, 'utf8'));
const request = messageOf(json, requestType, 'request');
if (problems.length === 0) {
    // As a collector would have it, and back: nothing is lost on the way.
    const message = requestType.fromObject(request);
    const bytes = requestType.encode(message).finish();
    const again = requestType.toObject(requestType.decode(bytes), { longs: String });
    const count = (of) => of.resourceSpans.flatMap((r) => r.scopeSpans).flatMap((s) => s.spans).length;
    if (count(again) !== count(json))
        problems.push('spans are lost');
}
for (const problem of problems)
    console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
