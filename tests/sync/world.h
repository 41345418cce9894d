#pragma once

#include "server/lanes/lane_queue.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/client_session.h"
#include "shared/sync/commit_batch.h"
#include "shared/sync/recent_rows.h"
#include "shared/sync/server_session.h"
#include "tests/sync/memory_client_storage.h"
#include "tests/sync/memory_server_storage.h"
#include "tests/sync/step_coverage.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <set>

// The simulation ("dailies"): devices, servers, their network and their database in one process,
// one thread, virtual time and one seed. It runs the shipped step functions, codec, decide and
// replica; only sockets, files and clocks are make-believe, and those fail on purpose.
namespace film::simulation {

// How often things that must happen did happen; a run of seeds in which one never did proves less
// than it says and fails.
struct Coverage {
    std::map<QString, quint64> counts;

    void count(const char *what, quint64 times = 1) { counts[QString::fromLatin1(what)] += times; }
    void add(const Coverage &other)
    {
        for (const auto &[what, times] : other.counts)
            counts[what] += times;
    }
};

// Something that a person did or that went wrong: the step-th in the life of a device, or, for
// a `chain` below 0, of the faults (-1), the troubles (-2) and the upkeep (-3). What an action does
// is drawn from its own number, so that leaving one out changes no other.
struct Action {
    int chain = 0;
    int step = 0;

    friend auto operator<=>(const Action &, const Action &) = default;
};

struct Options {
    quint64 seed = 1;
    // Added to every device's clock, differently for each: outcomes must not change.
    bool skewClocks = false;
    bool dropHints = false; // no polling between servers: only for the toy that trusts hints
    std::optional<std::set<Action>> only = {}; // the others do not happen
    // What a server puts into one message. Worlds are so small that the real one holds every page.
    qsizetype messageBytes = protocol::limits::messageBytesTarget;
    bool ambient = true; // power cuts, refused commits and the like, which come by themselves
    bool narrow = true;  // links and buffers where the length of a message counts
};

struct Report {
    QStringList problems; // empty: every invariant held
    QStringList lastEvents;
    Coverage coverage;
    StepCoverage steps;
    // What became of each saved change, by author and order of writing, not by any clock.
    std::map<std::pair<int, int>, protocol::Outcome> outcomes;
    quint64 events = 0;
    std::vector<Action> actions; // that happened
};

// A number of its own for each concern of a seed.
[[nodiscard]] quint64 part(quint64 seed, quint64 salt);
[[nodiscard]] EpochId epochFrom(SeededRandom &random);

class World;

// A link between a device and a server: in order, without loss inside, cut at any moment.
struct Link {
    quint64 id = 0;
    int client = 0;
    int server = 0;
    bool clientOpen = true;
    bool serverOpen = true;
    bool halfOpen = false;  // a cut that nobody is told about
    int bytesPerSecond = 0; // 0: as many as there are
    bool isGreeted = false; // something has been sent
    // What the device may see, read by the judge whenever the session looks at the grants.
    sync::Visibility scope;
    bool isFull = false; // the server has been told that too much waits
    struct Way {
        Instant arrival{}; // of what was sent last
        Instant cloggedUntil{};
        qsizetype bytes = 0; // under way
    };
    Way toServer{};
    Way toClient{};
};

class SimulatedClient
{
public:
    SimulatedClient(World &world, int index, const sync::DeviceRecord &device);

    void boot();
    void crash();
    // Becomes a second machine in the very state of a running one: its memory and its disk.
    void wakeAsCopyOf(const SimulatedClient &original);
    [[nodiscard]] bool isUp() const { return m_process != nullptr; }
    [[nodiscard]] bool isAsleep() const;
    [[nodiscard]] bool isSettled(quint64 head) const;
    [[nodiscard]] bool isRevoked() const;
    // Waits for minutes because a server would not talk to this app.
    [[nodiscard]] bool isTurnedAway() const;
    [[nodiscard]] bool isAttachedTo(quint64 link) const
    {
        return m_process && m_process->link == link;
    }

    void attach(quint64 link);
    void deliver(quint64 link, const QByteArray &frame);
    void lost(quint64 link); // the connection ended, not by us
    void feed(const sync::ClientSession::Event &event);
    // The saved mutation, if the save succeeded and changed something.
    std::vector<MutationId> save(std::span<const sync::ClientReplica::Edit> edits);
    // The same for edits that belong together.
    std::vector<MutationId> saveAtom(std::span<const sync::ClientReplica::Edit> edits);
    // As the person sees it: nothing of a record that is gone.
    [[nodiscard]] GroupMap seen(EntityId id) const;
    [[nodiscard]] const protocol::EntityState *state(EntityId id) const;

    // As registered; what the person may do now is what the device has heard of it.
    [[nodiscard]] const sync::DeviceRecord &device() const { return m_device; }
    [[nodiscard]] Role role() const { return static_cast<Role>(m_disk.committedMeta().role); }
    [[nodiscard]] PersonId person() const { return m_disk.committedMeta().person; }
    [[nodiscard]] MemoryClientStorage &disk() { return m_disk; }
    [[nodiscard]] const MemoryClientStorage &disk() const { return m_disk; }
    void replaceDisk(const MemoryClientStorage &image) { m_disk = image; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] Instant now() const;
    void moveClock(std::chrono::milliseconds by) { m_clockOffset += by; }
    void stopClock() { m_clockStandsAt = now(); }
    void startClock();
    // The minor version of the app.
    [[nodiscard]] int version() const { return m_version; }
    void install(int version) { m_version = version; }
    // The lid is closed: whatever happens is heard of later.
    void suspend(std::chrono::milliseconds length);
    [[nodiscard]] QString describe() const;

private:
    std::vector<MutationId> reportSaved(const Result<std::vector<MutationId>> &saved);

    struct Process {
        Process(MemoryClientStorage &disk, const QString &app,
                const sync::ClientSession::Keys &keys, quint64 seed);
        Process(MemoryClientStorage &disk, const Process &other);
        // Shared by the copies of a running machine, as no two draws give the same id.
        std::shared_ptr<SeededRandom> random;
        UuidSource ids;
        sync::ClientReplica replica;
        sync::ClientSession session;
        std::deque<sync::ClientReplica::Request> waiting;
        size_t behindUntaken = 0; // of them: sent behind something that was not taken
        bool running = false;
        std::optional<quint64> link;
        Instant wakeAt{}; // of the world: a timer does not care about the clock
        bool wakeScheduled = false;
        bool signInScheduled = false;
    };

    void perform(const sync::ClientSession::Effect &effect);
    void runNext();
    [[nodiscard]] bool repeatSometimes(const sync::ClientReplica::Request &request);
    void reviewSometimes();
    void signInSoon();
    void scheduleWake(Instant at);
    void watchTheTimer();

    World &m_world;
    int m_index;
    sync::DeviceRecord m_device;
    std::unique_ptr<sync::Signer> m_signer;
    MemoryClientStorage m_disk;
    std::unique_ptr<Process> m_process;
    quint64 m_launch = 0;
    std::chrono::milliseconds m_clockOffset{0};
    std::optional<Instant> m_clockStandsAt;
    Instant m_suspendedUntil{}; // of the world
    int m_version = 1;
};

class SimulatedServer
{
public:
    SimulatedServer(World &world, int index, MemoryServerStorage &database);

    void boot() { m_up = true; }
    [[nodiscard]] MemoryServerStorage &database() { return m_database; }
    void crash();
    [[nodiscard]] bool isUp() const { return m_up; }
    void open(quint64 link);
    void closed(quint64 link);
    void feed(quint64 link, const sync::ServerSession::Event &event);
    void hint(quint64 head);
    void dropAllSessions();
    // Everybody is asked to go, and nobody comes any more.
    void shutDown();
    // The head watch has found another history: the sessions are told before they end.
    void beginEpoch(EpochId epoch);
    // The same for who may see what.
    void lookForScope();
    // From the next start on it serves no older app than this one's minor version.
    void demandApp(int version) { m_oldestVersion = version; }
    void moveClock(std::chrono::milliseconds by) { m_clockOffset += by; }
    void setClockRight() { m_clockOffset = {}; }

private:
    using Later = std::function<void(sync::ServerSession::Event)>;

    [[nodiscard]] Instant now() const;
    [[nodiscard]] std::optional<quint64> linkOf(SessionId session) const;
    void perform(quint64 link, const sync::ServerSession::Effect &effect);
    void checkHello(quint64 link, const protocol::Hello &hello, const Later &later);
    void countHello(quint64 link, const protocol::Hello &hello, const sync::HelloAnswer &answer);
    void takeOverOlder(quint64 link);
    void submit(quint64 link, const sync::ServerSession::SubmitBatch &batch);
    void readScope(quint64 link, quint64 cursor, const Later &later);
    void feedAll(const sync::ServerSession::Event &event);
    void renew(const sync::DeviceRecord &device, quint64 link, const Later &later);
    void runLane();
    void commitSome();
    void countGrants(const std::vector<sync::Submission> &submissions,
                     const std::vector<sync::LogAppend> &rows);
    void repeatSometimes(const std::vector<sync::Submission> &submissions,
                         const sync::BatchDone &done);
    void answer(const server::LaneQueue::Take &take, const sync::BatchDone &done);
    void refuse(const server::LaneQueue::Take &take);
    void refuse(const server::SessionAddress &session, quint64 batch, MutationId first,
                protocol::Nack::Code code);
    void scheduleWake(quint64 link, Instant at);

    World &m_world;
    int m_index;
    MemoryServerStorage &m_database;
    bool m_up = false;
    quint64 m_launch = 0; // what was under way in an earlier life is gone
    std::map<quint64, std::unique_ptr<sync::ServerSession>> m_sessions;
    std::map<quint64, Instant> m_wakeAt;
    server::LaneQueue m_lane;
    int m_oldestVersion = 0;
    std::chrono::milliseconds m_clockOffset{0};
    bool m_laneBusy = false;
    sync::LaneMemory m_laneMemory;
    sync::RecentRows m_recent;
};

class World
{
public:
    explicit World(const Options &options);
    ~World();

    [[nodiscard]] Report run();

    // ---- for the inhabitants ----
    [[nodiscard]] Instant now() const { return m_now + m_slept; }
    void after(std::chrono::milliseconds delay, std::function<void()> what);
    [[nodiscard]] std::chrono::milliseconds between(int leastMs, int mostMs);
    // Whether something legal that is rare by itself happens here: one time in so many.
    [[nodiscard]] qsizetype messageBytes() const { return m_options.messageBytes; }
    [[nodiscard]] bool oddly(quint64 oneIn) { return m_options.ambient && m_odd.oneIn(oneIn); }
    // The same for what goes wrong, until everything is healed.
    [[nodiscard]] bool isTroubled(quint64 oneIn)
    {
        return m_options.ambient && !m_healed && m_trouble.oneIn(oneIn);
    }
    // The end of a certificate that is made now.
    [[nodiscard]] Instant certificateEnd();
    // How much goes into a page, a delta or a commit: in some worlds hardly anything.
    [[nodiscard]] int atMost(int most);
    [[nodiscard]] sync::ServerSession::Credits credits() const;
    [[nodiscard]] quint64 rowsWorthResuming() const { return m_rowsWorthResuming; }
    [[nodiscard]] SeededRandom &network() { return m_network; }
    [[nodiscard]] SeededRandom &faults() { return m_faults; }
    [[nodiscard]] SeededRandom &scheduling() { return m_scheduling; }
    [[nodiscard]] const sync::Verifier &verifier() const { return *m_verifier; }
    [[nodiscard]] protocol::PublicKey authorityKey() const { return m_authorityKey; }
    [[nodiscard]] bool usesRealCrypto() const { return m_realCrypto; }
    [[nodiscard]] MemoryServerStorage &database() { return m_database; }
    [[nodiscard]] ProductionId production() const { return m_production; }
    [[nodiscard]] Coverage &coverage() { return m_report.coverage; }
    [[nodiscard]] StepCoverage &steps() { return m_report.steps; }
    void problem(const QString &what);
    void note(const QString &what);
    [[nodiscard]] bool isHealed() const { return m_healed; }

    void connectClient(int client);
    void sendToServer(quint64 link, const QByteArray &frame);
    void sendToClient(quint64 link, const QByteArray &frame);
    void closeFromClient(quint64 link);
    void closeFromServer(quint64 link);
    void serverCommitted(int server, quint64 head);
    // The judge reads for itself what the device behind the link may see by the head.
    void noteScope(quint64 link);
    [[nodiscard]] SimulatedServer &serverOf(const Link &link);
    // Some device is welcome that was not before.
    void countTakenBack();
    [[nodiscard]] int versionOf(quint64 link) const
    {
        return m_clients[size_t(m_links.at(link).client)]->version();
    }
    // What some name servers still know the old address of: it goes on with the old database.
    static constexpr int oldServer = -1;
    void crashClient(int client);
    void breakLink(quint64 id);
    bool clientCommitSurvives(int client);

private:
    friend class Judge;

    static constexpr quint32 groupOfANewerApp = 900;

    enum class Sense { Good, Unsure, None };

    struct Saved {
        int author = 0; // person-device that wrote it, clones share it
        int order = 0;
        Sense sense = Sense::Good;
        int version = 1; // of the app
    };

    void build();
    void step();
    void runUntil(Instant end);
    [[nodiscard]] bool runUntilSettled(std::chrono::seconds limit);
    [[nodiscard]] bool isSettled();
    [[nodiscard]] bool isSettled(const SimulatedClient &client);
    [[nodiscard]] QString unsettled();
    void heal();

    void workSometimes(int client);
    void workOnce(SimulatedClient &client);
    void editDay(SimulatedClient &client);
    void editManyDays(SimulatedClient &client);
    void copyAWeek(SimulatedClient &client);
    void writePoison(SimulatedClient &client);
    void guardSomething(SimulatedClient &client, sync::ClientReplica::Edit &edit);
    void editDaysTogether(SimulatedClient &client);
    void deleteADay(SimulatedClient &client);
    void bringBackADay(SimulatedClient &client);
    void submitADay(SimulatedClient &client);
    void approveADay(SimulatedClient &client);
    void reopenADay(SimulatedClient &client);
    void editAnApprovedDay(SimulatedClient &client);
    [[nodiscard]] const protocol::EntityState *someApprovedDay(SimulatedClient &client);
    [[nodiscard]] const protocol::EntityState *someDay(SimulatedClient &client, bool isDeleted);
    [[nodiscard]] const protocol::EntityState *
    someDayWhere(SimulatedClient &client,
                 const std::function<bool(const protocol::EntityState &)> &isWanted);
    void importADepartment(SimulatedClient &client);
    void resolveSomething(SimulatedClient &client);
    [[nodiscard]] std::optional<sync::ClientReplica::Edit>
    decisionFor(SimulatedClient &client, EntityId target, const protocol::Envelope &chosen);
    void grantSomething(SimulatedClient &administrator);
    void save(SimulatedClient &administrator, const Grant &grant);
    [[nodiscard]] Grant grantOf(const SimulatedClient &client) const;
    [[nodiscard]] sync::ClientReplica::Edit randomEdit(SimulatedClient &client, PersonId person);
    [[nodiscard]] Sense senseOf(std::span<const sync::ClientReplica::Edit> edits) const;
    void record(SimulatedClient &client, const std::vector<MutationId> &saved,
                Sense sense = Sense::Good);

    // Whether it is one of those that are to happen.
    [[nodiscard]] bool begins(const Action &action);
    void faultSometimes();
    void faultOnce();
    void troubleSometimes();
    void troubleOnce();
    void restrictSometimes();
    void restrictOrRelease(PersonId person, SeededRandom &random);
    void stopAServer(int demandedVersion = 0);
    void rareFault();
    void fillADisk();
    void refuseCommits();
    void setAClock();
    void closeALid();
    void saySomethingSenseless();
    void clogSomeLinks();
    [[nodiscard]] std::vector<quint64> openLinks() const;
    void cutALink();
    void restoreADevice();
    void cloneADevice();
    void takeAnImage();
    void rotARecord();
    enum class Loss { Nothing, Suffix, SinceTheBackup };
    void failOver(Loss loss);
    void failOverBehindASnapshot(quint64 link, const QByteArray &frame, Instant arrival);
    void crashAServer();
    void pollSometimes();
    void exempt(MutationId mutation, const char *why);
    [[nodiscard]] bool isHeldBySomebody(MutationId mutation) const;

    void beginCalendar();
    void upkeepSometimes();
    void upkeepOnce();
    void letWeeksPass();
    void copyARunningDevice();
    void updateAServer();
    void updateADevice();
    void reinstall(SimulatedClient &client, int version);
    void leaveTheOldDatabaseUp();
    void endTheOldServer();
    void endSomebodyAtWork();
    void stopAClock();
    void setAServersClock();
    void flood();
    [[nodiscard]] QByteArray damaged(const QByteArray &frame);
    void failOverBehindAnAck(const QByteArray &frame, Instant arrival);
    void addClient(std::unique_ptr<SimulatedClient> client);
    [[nodiscard]] int upServer();
    [[nodiscard]] bool isOldServerUp() const { return m_oldServer && m_oldServer->isUp(); }
    [[nodiscard]] Instant transmit(Link &line, Link::Way &way, qsizetype bytes);
    void watchWriteBuffer(quint64 link);
    [[nodiscard]] std::chrono::milliseconds latency()
    {
        return std::chrono::milliseconds(m_network.below(quint64(m_latencyMs)));
    }

    struct Event {
        Instant at;
        quint64 number;
        std::shared_ptr<std::function<void()>> what;
        bool operator<(const Event &other) const
        {
            return at != other.at ? at > other.at : number > other.number;
        }
    };

    Options m_options;
    SeededRandom m_network;
    SeededRandom m_faults;
    SeededRandom m_work;
    SeededRandom m_scheduling;
    SeededRandom m_ambient;
    SeededRandom m_odd;
    SeededRandom m_trouble;
    SeededRandom m_upkeep;
    SeededRandom m_databaseRandom;
    UuidSource m_ids;
    bool m_realCrypto = false;
    std::unique_ptr<sync::Verifier> m_verifier;
    protocol::PublicKey m_authorityKey{};
    ProductionId m_production;
    MemoryServerStorage m_database;
    std::vector<std::unique_ptr<SimulatedServer>> m_servers;
    std::unique_ptr<MemoryServerStorage> m_oldDatabase;
    std::unique_ptr<SimulatedServer> m_oldServer;
    std::vector<std::unique_ptr<SimulatedClient>> m_clients;
    std::vector<int> m_lineage; // which author a client's saves count for
    std::map<quint64, Link> m_links;
    quint64 m_nextLink = 1;
    std::vector<std::pair<int, MemoryClientStorage>> m_images;
    std::vector<PersonId> m_people;
    std::vector<DepartmentId> m_departments;
    std::map<PersonId, DepartmentId> m_departmentOf;
    UnitId m_unit;
    std::set<int> m_rotten; // devices on which a record rotted

    std::priority_queue<Event> m_events;
    quint64 m_nextEvent = 0;
    Instant m_now{};                      // as far as this has run
    Instant m_startedAt{};                // of m_now
    std::chrono::milliseconds m_slept{0}; // weeks in which nothing ran
    QDate m_firstDay{2025, 11, 17};       // that people write about
    bool m_isClockChange = false;         // one of them has an hour twice
    int m_upkeepRate = 0;                 // percent of rounds
    int m_demandedVersion = 0;            // by a server that is or will be updated
    quint64 m_rowsWorthResuming = sync::HelloPolicy().rowsWorthResuming;
    std::map<int, int> m_lastServer; // of each device
    std::set<int> m_unwelcome;       // devices, as of the last commit
    bool m_healed = false;
    bool m_working = true;
    std::vector<bool> m_offline; // devices that have no network just now
    int m_cutRate = 0;           // percent of fault rounds
    int m_crashRate = 0;
    int m_commitCrashOneIn = 0;
    int m_rareRate = 0;
    int m_slowRate = 0;          // percent of links
    bool m_isShortlived = false; // certificates of a minute or two
    int m_latencyMs = 40;        // at most
    bool m_isTight = false;      // limits of one or two
    std::map<int, int> m_steps;  // of each chain of actions

    std::map<MutationId, Saved> m_ledger;
    std::vector<int> m_savesBy;
    std::set<MutationId> m_exempt;
    QStringList m_recent;
    Report m_report;
};

[[nodiscard]] Report runWorld(const Options &options);

} // namespace film::simulation
