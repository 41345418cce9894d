#include "app/engine/engine_core.h"

#include "app/engine/changes_seal.h"
#include "app/engine/days_alone.h"
#include "app/engine/endpoint.h"
#include "app/engine/file_secret_store.h"
#include "app/engine/identity_card.h"
#include "app/engine/keychain_store.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"

#include <QDir>
#include <QFile>

namespace film::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phase = sync::ClientSession::Phase;

namespace {

constexpr auto recordsInterval = 50ms;   // nobody reads faster
constexpr auto idleInterval = 3s;        // since the last save or the last records from the server
constexpr auto syncedNoteInterval = 10s; // each note is a write to the disk
constexpr qsizetype seedBytes = 32;

QString joiningSecret()
{
    return u"joining"_s;
}

QByteArray secretOf(const sync::SecretSeed &seed, const QByteArray &token)
{
    QByteArray bytes(reinterpret_cast<const char *>(seed.data()), seedBytes);
    return bytes.append(token);
}

sync::SecretSeed seedIn(const QByteArray &secret)
{
    sync::SecretSeed seed{};
    std::copy_n(secret.cbegin(), seed.size(), reinterpret_cast<char *>(seed.data()));
    return seed;
}

WorkspaceState problemState(const Error &error, ProductionId production)
{
    WorkspaceState state;
    state.kind = WorkspaceState::Kind::Problem;
    state.problem = error;
    state.production = production;
    state.canRescue =
        error.code == ErrorCode::StoreCorrupt || error.code == ErrorCode::StoreForeign;
    return state;
}

} // namespace

EngineCore::EngineCore(const EngineSettings &settings)
    : m_settings(settings)
    , m_places(settings.dataDir)
    , m_secrets(makeSecretStore())
    , m_pin(std::make_unique<SigningPin>(*m_secrets, m_clock))
    , m_recordsPause(this)
    , m_statusPause(this)
    , m_idlePause(this)
{
    m_recordsPause.setSingleShot(true);
    m_recordsPause.setInterval(recordsInterval);
    connect(&m_recordsPause, &QTimer::timeout, this, &EngineCore::recordsChanged);
    m_statusPause.setSingleShot(true);
    m_statusPause.setInterval(recordsInterval);
    connect(&m_statusPause, &QTimer::timeout, this, &EngineCore::refreshStatus);
    m_idlePause.setSingleShot(true);
    m_idlePause.setInterval(idleInterval);
    connect(&m_idlePause, &QTimer::timeout, this, [this] {
        if (m_workspace)
            m_workspace->tidyFile();
    });
}

EngineCore::~EngineCore() = default;

std::unique_ptr<SecretStore> EngineCore::makeSecretStore() const
{
    if (m_settings.secrets == SecretsMode::PlainFile)
        return std::make_unique<PlainFileStore>(QString(m_settings.dataDir + u"/secrets.plain"_s));
    auto sealed = std::make_unique<SealedFileStore>(
        QString(m_settings.dataDir + u"/secrets.sealed"_s), m_settings.askPassphrase);
    if (m_settings.secrets == SecretsMode::Sealed)
        return sealed;
    return std::make_unique<KeychainStore>(std::move(sealed));
}

Result<> EngineCore::openFile(const QString &place)
{
    m_driver.reset();
    m_workspace.reset();
    auto workspace = Workspace::open(m_places.fileOf(place), m_random, m_clock);
    if (!workspace)
        return fail(workspace.error());
    m_workspace = std::move(*workspace);
    m_place = place;
    return {};
}

void EngineCore::open(const Opened &done)
{
    if (!QDir().mkpath(m_settings.dataDir))
        return done(problemState({ErrorCode::StoreReadOnly, u"no data folder"_s}, {}));
    const std::optional<QString> place = m_places.last();
    if (!place)
        return done(WorkspaceState());
    if (const Result<> opened = openFile(*place); !opened)
        return done(problemState(opened.error(), *Places::productionOf(*place)));
    const Result<bool> isKnown = completeIdentity();
    const auto changes = m_workspace->outboxSize();
    if (!isKnown || !changes)
        return done(problemState(!isKnown ? isKnown.error() : changes.error(),
                                 *Places::productionOf(*place)));
    if (!*isKnown) {
        // Without changes: a join that was cut off before it had an identity.
        const WorkspaceState state = *changes > 0 ? namelessState(*changes) : WorkspaceState();
        m_workspace.reset();
        return done(state);
    }
    if (m_workspace->state().kind == WorkspaceState::Kind::Solo)
        return done(m_workspace->state());
    loadSecrets(done);
}

Result<bool> EngineCore::completeIdentity()
{
    const auto known = m_workspace->identity();
    if (!known)
        return fail(known.error());
    const QString card = m_places.cardOf(m_place);
    if (*known)
        return writeIdentityCard(card, **known).map([] { return true; });
    auto identity = readIdentityCard(card);
    if (!identity || identity->meta.production != Places::productionOf(m_place))
        return false;
    const auto meta = m_workspace->replica().meta();
    if (!meta)
        return fail(meta.error());
    if (meta->production.isNull() || meta->device == identity->meta.device) {
        identity->meta.lastHash = meta->lastHash;
        return m_workspace->setIdentity(*identity).map([] { return true; });
    }
    return false;
}

WorkspaceState EngineCore::namelessState(quint64 changes) const
{
    WorkspaceState state = problemState(
        {ErrorCode::StoreCorrupt,
         u"who this computer is could not be read, but %1 changes: join again"_s.arg(changes)},
        Places::productionOf(m_place).value_or(ProductionId()));
    state.canRescue = false;
    state.canJoin = true;
    state.changesKept = int(changes);
    return state;
}

// The data file says that there is a key. Where it cannot be read now (a locked key store says
// "not found"), work goes on and syncing waits: a new key would be another device.
void EngineCore::loadSecrets(const Opened &done)
{
    m_secrets->read(m_place, [this, done](const Result<std::optional<QByteArray>> &secret) {
        WorkspaceState state = m_workspace->state();
        if (!secret)
            state.problem = secret.error();
        else if (!*secret || (*secret)->size() < seedBytes)
            state.problem = Error{ErrorCode::Unauthenticated,
                                  u"the key store is locked or has lost this device's key"_s};
        else {
            m_signer = std::make_unique<sync::Ed25519Signer>(seedIn(**secret));
            m_token = (*secret)->mid(seedBytes);
        }
        done(state);
        m_statusPause.start();
    });
}

struct EngineCore::Joining {
    struct Known {
        QString place;
        sync::SecretSeed seed;
    };

    JoinRequest request;
    QUrl endpoint;
    QStringList placesLeft; // whose keys are still to be read
    std::vector<Known> known;
    sync::SecretSeed fresh{}; // for the case that it becomes a new device
    Opened done;
};

void EngineCore::join(const JoinRequest &request, const Opened &done)
{
    const auto endpoint = endpointOf(request.server);
    if (!endpoint)
        return done(fail(endpoint.error()));
    if (!QDir().mkpath(m_settings.dataDir))
        return done(fail(ErrorCode::StoreReadOnly, u"the data folder cannot be made"_s));
    auto joining = std::make_shared<Joining>();
    joining->request = request;
    joining->endpoint = *endpoint;
    joining->fresh = m_random.bytes<seedBytes>();
    joining->done = done;
    joining->placesLeft = m_places.all();
    if (m_workspace || joining->placesLeft.isEmpty())
        return readNextKey(joining);
    open([this, joining](const Result<WorkspaceState> &state) {
        // A file that cannot be used says so now: later the code would be used up.
        if (state && state->kind == WorkspaceState::Kind::Problem && !state->canJoin)
            return joining->done(fail(*state->problem));
        readNextKey(joining);
    });
}

void EngineCore::readNextKey(const JoiningPtr &joining)
{
    if (joining->placesLeft.isEmpty())
        return askServer(joining);
    const QString place = joining->placesLeft.takeFirst();
    m_secrets->read(place, [this, joining, place](const Result<std::optional<QByteArray>> &secret) {
        const bool isThere = secret && *secret && (*secret)->size() >= seedBytes;
        const bool isOpen = m_workspace && place == m_place
            && m_workspace->state().kind == WorkspaceState::Kind::Joined;
        if (isThere)
            joining->known.push_back({place, seedIn(**secret)});
        else if (isOpen && !joining->request.asNewDevice)
            return joining->done(fail(ErrorCode::Unauthenticated,
                                      u"the key store is locked or has lost this device's key"_s));
        readNextKey(joining);
    });
}

void EngineCore::askServer(const JoiningPtr &joining)
{
    // Kept before the code is used up: a code that made a device whose key was lost helps nobody.
    m_secrets->write(
        joiningSecret(), secretOf(joining->fresh, {}), [this, joining](const Result<> &written) {
            if (!written)
                return joining->done(fail(written.error().during(u"keeping the device's key"_s)));
            m_joiningSigner = std::make_unique<sync::Ed25519Signer>(joining->fresh);
            Joiner::Request wanted{joining->endpoint,
                                   joining->request.code.trimmed().toUpper(),
                                   joining->request.deviceName,
                                   {}};
            const QByteArray proof = sync::rejoinBytes(wanted.code, m_joiningSigner->publicKey());
            for (const Joining::Known &known : joining->known) {
                const sync::Ed25519Signer signer(known.seed);
                if (int(wanted.known.size()) < protocol::limits::knownKeysMax)
                    wanted.known.push_back({signer.publicKey(), signer.sign(proof)});
            }
            m_joiner = std::make_unique<Joiner>(
                wanted, *m_joiningSigner, [this, joining](const Result<protocol::Joined> &joined) {
                    if (!joined)
                        return joining->done(fail(joined.error()));
                    keepJoined(*joined, joining);
                });
        });
}

void EngineCore::keepJoined(const protocol::Joined &joined, const JoiningPtr &joining)
{
    const protocol::DeviceCertificate &certificate = joined.certificate;
    sync::SecretSeed seed = joining->fresh;
    QString place;
    for (const Joining::Known &known : joining->known) {
        if (sync::Ed25519Signer(known.seed).publicKey() != certificate.deviceKey)
            continue;
        seed = known.seed;
        place = known.place;
    }
    if (place.isEmpty())
        place = m_places.forNewDevice(certificate.production, certificate.device);
    m_secrets->write(
        place, secretOf(seed, joined.token),
        [this, joined, joining, seed, place](const Result<> &written) {
            if (!written)
                return joining->done(fail(written.error().during(u"keeping the device's key"_s)));
            const Result<WorkspaceState> state = useJoined(joined, joining->request, place);
            if (!state)
                return joining->done(state);
            m_signer = std::make_unique<sync::Ed25519Signer>(seed);
            m_token = joined.token;
            m_secrets->remove(joiningSecret(), [this, joining, state](const Result<> &) {
                m_statusPause.start();
                joining->done(state);
            });
        });
}

Result<WorkspaceState> EngineCore::useJoined(const protocol::Joined &joined,
                                             const JoinRequest &request, const QString &place)
{
    const protocol::DeviceCertificate &certificate = joined.certificate;
    if (const Result<> opened = openFile(place); !opened)
        return fail(opened.error());
    Workspace::Identity identity;
    // What is there of an earlier join of the same production stays: changes are never dropped.
    auto meta = m_workspace->replica().meta();
    if (!meta)
        return fail(meta.error());
    identity.meta = *meta;
    // Another role sees other records: what is here is not all of them, or too much.
    const bool seesOther = meta->role != joined.role || meta->person != joined.person;
    identity.meta.dirty = meta->dirty || (seesOther && meta->cursor > 0);
    identity.meta.production = certificate.production;
    identity.meta.device = certificate.device;
    identity.meta.user = certificate.user;
    identity.meta.person = joined.person;
    identity.meta.role = joined.role;
    identity.meta.certificate = certificate.serial;
    identity.meta.authorityKey = joined.authorityKey;
    identity.server = request.server;
    identity.productionTitle = joined.productionTitle;
    identity.personName = joined.personName;
    if (const Result<> set = m_workspace->setIdentity(identity); !set)
        return fail(set.error());
    if (const Result<bool> carded = completeIdentity(); !carded)
        return fail(carded.error());
    if (const Result<> remembered = m_places.rememberLast(place); !remembered)
        return fail(remembered.error());
    return m_workspace->state();
}

Result<WorkspaceState> EngineCore::startAlone(const SoloRequest &request)
{
    const QString name = request.personName.trimmed();
    const QString department = request.department.trimmed();
    if (request.title.trimmed().isEmpty() || name.isEmpty() || department.isEmpty())
        return fail(ErrorCode::InvalidInput, u"title, name and department are needed"_s);
    UuidSource ids(m_random);
    const Instant now = m_clock.now();
    const auto production = ids.next<ProductionId>(now);
    const QString place = production.toString();
    if (const Result<> opened = openFile(place); !opened)
        return fail(opened.error());
    Workspace::Identity identity;
    identity.meta.production = production;
    identity.meta.device = ids.next<DeviceId>(now);
    identity.meta.user = ids.next<UserId>(now);
    identity.meta.person = personId(production, name, departmentId(production, department));
    identity.meta.role = quint32(Role::Coordinator);
    identity.productionTitle = request.title.trimmed();
    identity.personName = name;
    if (const Result<> set = m_workspace->setIdentity(identity); !set)
        return fail(set.error());
    if (const Result<bool> carded = completeIdentity(); !carded)
        return fail(carded.error());
    if (const Result<> filled = fillSolo(request, identity.meta.person); !filled)
        return fail(filled.error());
    if (const Result<> remembered = m_places.rememberLast(place); !remembered)
        return fail(remembered.error());
    return m_workspace->state();
}

Result<> EngineCore::fillSolo(const SoloRequest &request, PersonId person)
{
    const ProductionId id = m_workspace->state().production;
    Production production;
    production.id = id;
    production.title = request.title.trimmed();
    production.zone = request.zone;
    const QString unitName = u"Main"_s;
    const Unit unit{unitId(id, unitName), unitName};
    const QString departmentName = request.department.trimmed();
    const Department department{departmentId(id, departmentName), departmentName, 1};
    const Person own{person,        request.personName.trimmed(),
                     department.id, request.position.trimmed(),
                     unit.id,       1};
    const std::vector<WantedRecord> records{
        {EntityType::Production, EntityId::of(id), toGroups(production)},
        {EntityType::Unit, EntityId::of(unit.id), toGroups(unit)},
        {EntityType::Department, EntityId::of(department.id), toGroups(department)},
        {EntityType::Person, EntityId::of(own.id), toGroups(own)},
    };
    const auto saved = m_workspace->saveRecords(records, protocol::InputMethod::Manual);
    return saved ? Result<>() : fail(saved.error());
}

void EngineCore::rescue(const Opened &done)
{
    const std::optional<QString> place = m_places.last();
    if (!place)
        return done(fail(ErrorCode::NotFound, u"there is no data file"_s));
    m_driver.reset();
    m_workspace.reset();
    const auto rescued = store::ClientFile::rescue(m_places.fileOf(*place));
    if (!rescued)
        return done(fail(rescued.error()));
    open([rescued = *rescued, place = *place, done](Result<WorkspaceState> state) {
        if (!state)
            return done(state);
        if (state->kind == WorkspaceState::Kind::None) {
            // Nothing of it could be read. It must not look like a computer that was never used.
            state = problemState({ErrorCode::StoreCorrupt, u"nothing could be read: join again"_s},
                                 Places::productionOf(place).value_or(ProductionId()));
            state->canRescue = false;
            state->canJoin = true;
        }
        state->damagedFile = rescued.movedTo;
        state->changesKept = rescued.changes;
        done(state);
    });
}

// A file that cannot be read is left out: the others must not wait for it.
Result<std::vector<WorkDay>> EngineCore::readDaysAlone()
{
    std::vector<WorkDay> all;
    if (!m_workspace || m_workspace->state().kind != WorkspaceState::Kind::Joined
        || m_workspace->state().person.isNull())
        return all;
    for (const QString &place : m_places.all()) {
        if (place == m_place)
            continue;
        const auto days = daysAloneIn(m_places.fileOf(place));
        if (days)
            all.insert(all.end(), days->begin(), days->end());
    }
    return all;
}

Result<std::vector<WorkDay>> EngineCore::daysAlone()
{
    const Result<Workspace *> open = workspace();
    if (!open)
        return fail(open.error());
    const auto answered = (*open)->isAboutDaysAloneAnswered();
    if (!answered)
        return fail(answered.error());
    return *answered ? std::vector<WorkDay>() : readDaysAlone();
}

Result<BroughtDays> EngineCore::bringDays()
{
    const Result<Workspace *> open = workspace();
    if (!open)
        return fail(open.error());
    const auto days = readDaysAlone();
    if (!days)
        return fail(days.error());
    const auto brought = (*open)->bringDays(*days);
    if (!brought)
        return brought;
    if (const Result<> noted = (*open)->noteDaysAloneAnswered(); !noted)
        return fail(noted.error());
    return brought;
}

Result<> EngineCore::leaveDays()
{
    const Result<Workspace *> open = workspace();
    return open ? (*open)->noteDaysAloneAnswered() : fail(open.error());
}

Result<Workspace *> EngineCore::workspace()
{
    if (!m_workspace)
        return fail(ErrorCode::NotFound, u"no production is open"_s);
    return m_workspace.get();
}

void EngineCore::startSync()
{
    if (m_driver || !m_workspace || !m_signer || m_token.isEmpty()
        || m_workspace->state().kind != WorkspaceState::Kind::Joined)
        return;
    const auto endpoint = endpointOf(m_workspace->state().server);
    if (!endpoint)
        return;
    // A file that cannot be counted says so itself at the first transaction of the session.
    static_cast<void>(m_workspace->recountWhenDue().has_value());
    m_driver = std::make_unique<SyncDriver>(
        SyncDriver::Parts{*endpoint, m_token, m_workspace->replica(), *m_signer, m_random, m_clock,
                          m_workspace->isSuspectClone(),
                          // As OpenTelemetry hands it from one program to the next.
                          qEnvironmentVariable("TRACEPARENT")});
    connect(m_driver.get(), &SyncDriver::statusChanged, this, &EngineCore::refreshStatus);
    connect(m_driver.get(), &SyncDriver::recordsChanged, this, [this] {
        m_idlePause.start();
        if (!m_recordsPause.isActive())
            m_recordsPause.start();
        if (!m_statusPause.isActive())
            m_statusPause.start();
    });
    m_driver->feed(sync::ClientSession::Start{});
}

void EngineCore::syncNow()
{
    if (!m_driver)
        return startSync();
    m_driver->feed(sync::ClientSession::Start{});
}

void EngineCore::acceptRemoval()
{
    if (m_driver)
        m_driver->feed(sync::ClientSession::RemovalAccepted{});
}

void EngineCore::signOut(const Written &done)
{
    if (!m_workspace || !m_signer)
        return done(fail(ErrorCode::NotFound, u"nobody is signed in"_s));
    m_driver.reset();
    m_token.clear();
    m_secrets->read(
        m_place, [this, name = m_place, done](const Result<std::optional<QByteArray>> &secret) {
            if (!secret || !*secret)
                return done(fail(ErrorCode::Unauthenticated, u"the key store is locked"_s));
            m_secrets->write(name, (*secret)->left(seedBytes),
                             [this, done](const Result<> &written) {
                                 refreshStatus();
                                 done(written);
                             });
        });
}

void EngineCore::pinState(const SigningPin::Seen &done)
{
    if (!m_workspace)
        return done(fail(ErrorCode::NotFound, u"no production is open"_s));
    m_pin->state(m_place, done);
}

void EngineCore::enterPin(const QString &pin, const SigningPin::Answered &done)
{
    if (!m_workspace)
        return done(fail(ErrorCode::NotFound, u"no production is open"_s));
    m_pin->enter(m_place, pin, done);
}

void EngineCore::changePin(const QString &before, const QString &next,
                           const SigningPin::Answered &done)
{
    if (!m_workspace)
        return done(fail(ErrorCode::NotFound, u"no production is open"_s));
    m_pin->change(m_place, before, next, done);
}

Result<ExportedChanges> EngineCore::exportChanges(const QString &passphrase)
{
    const Result<Workspace *> open = workspace();
    if (!open)
        return fail(open.error());
    if (!m_signer)
        return fail(ErrorCode::Unauthenticated, u"there is no key to sign with"_s);
    const auto changes = (*open)->changesToCarry(*m_signer);
    const auto counts = (*open)->counts();
    if (!changes || !counts)
        return fail(!changes ? changes.error() : counts.error());
    ExportedChanges exported;
    for (const protocol::Segment &segment : changes->segments)
        exported.changes += int(segment.envelopes.size());
    if (exported.changes == 0)
        return fail(ErrorCode::NotFound, u"nothing waits for the server"_s);
    exported.left = int(counts->pending) - exported.changes;
    auto file = sealedFile(*changes, *m_signer, passphrase, m_random);
    if (!file)
        return fail(file.error());
    exported.file = std::move(*file);
    return exported;
}

Result<SyncStatus> EngineCore::status()
{
    if (!m_workspace)
        return SyncStatus();
    SyncFacts facts;
    facts.isSolo = m_workspace->state().kind != WorkspaceState::Kind::Joined;
    if (m_driver)
        facts.session = m_driver->status();
    else if (!m_signer || m_token.isEmpty())
        facts.session.phase = Phase::NeedLogin;
    const auto counts = m_workspace->counts();
    const auto open = m_workspace->openConflicts();
    const auto synced = m_workspace->lastSyncedAt();
    if (!counts)
        return fail(counts.error());
    if (!open)
        return fail(open.error());
    if (!synced)
        return fail(synced.error());
    facts.counts = *counts;
    facts.openConflicts = *open;
    facts.lastSyncedAt = *synced;
    facts.offlineSince = m_offlineSince;
    SyncStatus now = syncStatusOf(facts);
    const bool inStep =
        now.kind == SyncStatus::Kind::Synced || now.kind == SyncStatus::Kind::Conflict;
    if (inStep) {
        const Instant at = m_clock.now();
        const bool isOld = !now.lastSyncedAt || at - *now.lastSyncedAt > syncedNoteInterval;
        if (isOld) {
            if (const Result<> noted = m_workspace->noteSynced(at); !noted)
                return fail(noted.error());
        }
        now.lastSyncedAt = at;
    }
    return now;
}

void EngineCore::refreshStatus()
{
    const Phase phase = m_driver ? m_driver->status().phase : Phase::Off;
    if (phase == Phase::Live || phase == Phase::Snapshot)
        m_offlineSince.reset();
    else if (phase == Phase::Backoff && !m_offlineSince)
        m_offlineSince = m_clock.now();
    const Result<SyncStatus> now = status();
    if (!now)
        return; // the next call that needs the file says what is wrong with it
    emit statusChanged(*now);
}

void EngineCore::nextStatus(std::chrono::milliseconds atMost, const StatusSeen &done)
{
    auto *deadline = new QTimer(this);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, deadline, done] {
        deadline->deleteLater();
        done(status());
    });
    connect(this, &EngineCore::statusChanged, deadline, [deadline, done](const SyncStatus &now) {
        if (!deadline->isActive())
            return; // answered; only waits for its deletion
        deadline->stop();
        deadline->deleteLater();
        done(now);
    });
    deadline->start(atMost);
}

void EngineCore::announceSaved()
{
    m_idlePause.start();
    if (m_driver)
        return m_driver->feed(sync::ClientSession::LocalSaved{});
    m_recordsPause.start();
    m_statusPause.start();
}

} // namespace film::app
