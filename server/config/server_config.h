#pragma once

#include "server/config/endpoint.h"
#include "server/identity/openid_settings.h"
#include "server/net/net_limits.h"
#include "server/telemetry/logging.h"
#include "server/webhooks/webhook_address.h"
#include "shared/base/result.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>
#include <QVersionNumber>

namespace film::server {

// What the server was told. A flag goes before the environment, that before the file, that before
// the default.
struct ServerConfig {
    QString database; // "sqlite:FILE" or "postgresql://…"
    Endpoint listen{QHostAddress(QHostAddress::LocalHost), 7420};
    Endpoint http{QHostAddress(QHostAddress::LocalHost), 7421};
    QString dataFolder;
    QString tlsCertificate;
    QString tlsKey;
    bool insecureListen = false; // beyond this computer without TLS
    LogFormat log = LogFormat::Automatic;
    int ioThreads = 0; // 0: one for each core
    int laneThreads = 2;
    int readThreads = 2;
    int connectionsMax = 20'000;
    int snapshotsMax = 40;         // devices that are given all their records at once
    int helloPerSecond = 200;      // from one address
    int joinPerMinute = 30;        // from one address
    int changesPerMinute = 12'000; // of one device, and as many at once
    int requestsPerMinute = 100;   // of one client of the API
    Networks trustedProxies;       // whose word about their clients is believed
    QUrl otlpEndpoint;             // of a collector of traces; empty: nothing is traced
    int tracePercent = 10;         // of the traces that begin here
    QVersionNumber oldestApp;      // null: any
    QString redisUrl;              // of what servers share; empty: the database's
    OpenIdSettings openId;         // an issuer whose word stands for a password
    Networks webhookNetworks;      // not of the Internet, and allowed
    QString backupFolder;          // of an embedded database's backups
    QString backupCommand;         // of a PostgreSQL database's
    QString backupVerifyCommand;
    // No option: nobody needs another one but tests that do not wait.
    std::chrono::milliseconds handshakeMax = net_limits::handshakeMax;

    [[nodiscard]] bool hasTls() const { return !tlsCertificate.isEmpty(); }
};

// `arguments` without the program and the command. Fails with InvalidInput and a sentence for
// the person who starts the server.
[[nodiscard]] Result<ServerConfig> readServerConfig(const QStringList &arguments,
                                                    const QProcessEnvironment &environment);

// The lines of --help, one for each option with its environment variable.
[[nodiscard]] QString serverOptionsHelp();

} // namespace film::server
