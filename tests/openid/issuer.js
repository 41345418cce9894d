// An issuer on this computer: node issuer.js. It says "ready URL" when it listens; "rotate" on its
// input gives it new keys at the same address, and it says "rotated". Anybody may sign in as
// anybody: the login is the subject.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';

const algorithms = ['RS256', 'ES256', 'EdDSA'];

function keys() {
    const pairs = [
        ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
        ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
        ['EdDSA', generateKeyPairSync('ed25519')],
    ];
    return pairs.map(([alg, { privateKey }]) => ({
        ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: randomBytes(8).toString('hex'),
    }));
}

// One program of each kind: public ones for each algorithm, and one with a secret.
const common = {
    application_type: 'native',
    redirect_uris: ['http://127.0.0.1/callback'], // with any port: RFC 8252, 7.3
    response_types: ['code'],
    grant_types: ['authorization_code'],
};
const clients = [
    ...algorithms.map((alg) => ({
        ...common,
        client_id: `filmtracker-${alg}`,
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: alg,
    })),
    {
        ...common,
        client_id: 'filmtracker secret:1',
        client_secret: 'a+b c&d:e/fghijklmnopqrstuvwxyz0',
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'RS256',
    },
];

const server = createServer((request, response) => handler(request, response));
let handler;

function renew() {
    const provider = new Provider(`http://127.0.0.1:${server.address().port}`, {
        clients,
        jwks: { keys: keys() },
        enabledJWA: { idTokenSigningAlgValues: algorithms },
        cookies: { keys: [randomBytes(16).toString('hex')] },
        pkce: { methods: ['S256'], required: () => true },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    });
    handler = provider.callback();
}

// Whoever started it has ended: so does it.
createInterface({ input: process.stdin })
    .on('line', (line) => {
        if (line === 'rotate') {
            renew();
            console.log('rotated');
        }
    })
    .on('close', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
    renew();
    console.log(`ready http://127.0.0.1:${server.address().port}`);
});
