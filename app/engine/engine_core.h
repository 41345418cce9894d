#pragma once

#include "app/engine/joiner.h"
#include "app/engine/places.h"
#include "app/engine/secret_store.h"
#include "app/engine/signing_pin.h"
#include "app/engine/sync_driver.h"
#include "app/engine/sync_status.h"
#include "app/engine/workspace.h"

#include <QObject>
#include <QTimer>

namespace film::app {

struct EngineSettings {
    QString dataDir;
    SecretsMode secrets = SecretsMode::Keychain;
    PassphraseAsker askPassphrase; // called in the engine's thread; null: nobody is there
};

struct JoinRequest {
    QString server;
    QString code;
    QString deviceName;
    // Although the production that is open has a key that cannot be read now.
    bool asNewDevice = false;
};

struct SoloRequest {
    QString title;
    QString personName;
    QString department;
    QString position;
    QByteArray zone; // IANA name
};

// What lives in the engine's thread: the open production, its connection and its secrets.
// Everything here is called by closures that Engine posts.
class EngineCore final : public QObject
{
    Q_OBJECT
public:
    using Opened = std::function<void(Result<WorkspaceState>)>;
    using Written = std::function<void(Result<>)>;

    explicit EngineCore(const EngineSettings &settings);
    ~EngineCore() override;

    // Opens the production that was open last. A file that cannot be used is a state, not a
    // failure: the person has to be told the way out.
    void open(const Opened &done);
    // A computer that joins a production again stays the device it was, if the code is for the
    // same person and it still has the key. Else it is a new device with a file of its own.
    void join(const JoinRequest &request, const Opened &done);
    [[nodiscard]] Result<WorkspaceState> startAlone(const SoloRequest &request);
    // Moves a damaged file aside and opens a new one with all own changes that can be read.
    void rescue(const Opened &done);

    // Own days entered on this computer before this production was joined, until the person has
    // said what to do with them.
    [[nodiscard]] Result<std::vector<WorkDay>> daysAlone();
    // Saves them here as new changes. Never over a day that is here already, so it can be done
    // again. The files they come from stay as they are.
    [[nodiscard]] Result<BroughtDays> bringDays();
    [[nodiscard]] Result<> leaveDays();

    // The open production, or an error to return.
    [[nodiscard]] Result<Workspace *> workspace();
    void startSync();
    void syncNow();
    void acceptRemoval();
    // The token is forgotten; everything saved stays, and so does the key: without it this would
    // be another device after the next join, and what was saved meanwhile nobody's.
    void signOut(const Written &done);
    // Of the person at this computer, in the open production.
    void pinState(const SigningPin::Seen &done);
    void enterPin(const QString &pin, const SigningPin::Answered &done);
    void changePin(const QString &before, const QString &next, const SigningPin::Answered &done);
    // What the server does not have yet, sealed with the passphrase. NotFound if there is nothing,
    // Unauthenticated where this computer has no key to sign with.
    [[nodiscard]] Result<ExportedChanges> exportChanges(const QString &passphrase);
    [[nodiscard]] Result<SyncStatus> status();
    // As soon as it changes, or as it is after `atMost`.
    using StatusSeen = std::function<void(Result<SyncStatus>)>;
    void nextStatus(std::chrono::milliseconds atMost, const StatusSeen &done);
    // After something was saved.
    void announceSaved();

signals:
    void statusChanged(const film::app::SyncStatus &status);
    void recordsChanged(); // at most twenty times a second

private:
    // A join under way: its callbacks hold it, and let go of it with the last of them.
    struct Joining;
    using JoiningPtr = std::shared_ptr<Joining>;

    [[nodiscard]] Result<> openFile(const QString &place);
    [[nodiscard]] std::unique_ptr<SecretStore> makeSecretStore() const;
    void loadSecrets(const Opened &done);
    // What the data file does not say, its card may. False if neither does.
    [[nodiscard]] Result<bool> completeIdentity();
    // Changes of a device that nobody knows the name of.
    [[nodiscard]] WorkspaceState namelessState(quint64 changes) const;
    void readNextKey(const JoiningPtr &joining);
    void askServer(const JoiningPtr &joining);
    void keepJoined(const protocol::Joined &joined, const JoiningPtr &joining);
    [[nodiscard]] Result<WorkspaceState>
    useJoined(const protocol::Joined &joined, const JoinRequest &request, const QString &place);
    [[nodiscard]] Result<> fillSolo(const SoloRequest &request, PersonId person);
    void refreshStatus();
    [[nodiscard]] Result<std::vector<WorkDay>> readDaysAlone();

    EngineSettings m_settings;
    SystemClock m_clock;
    SystemRandom m_random;
    Places m_places;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SigningPin> m_pin;
    QString m_place; // of the open production
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<sync::Ed25519Signer> m_signer;
    QByteArray m_token;
    std::unique_ptr<SyncDriver> m_driver; // after what it borrows
    std::unique_ptr<sync::Ed25519Signer> m_joiningSigner;
    std::unique_ptr<Joiner> m_joiner;
    std::optional<Instant> m_offlineSince;
    QTimer m_recordsPause;
    QTimer m_statusPause;
    QTimer m_idlePause;
};

} // namespace film::app
