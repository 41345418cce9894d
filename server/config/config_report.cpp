#include "server/config/config_report.h"

namespace film::server {

using namespace Qt::StringLiterals;

QString addressWithoutSecrets(const QString &address)
{
    if (address.startsWith(u"sqlite:"_s))
        return address;
    const QUrl url(address);
    return url.isValid() && !url.host().isEmpty()
        ? url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
        : u"PostgreSQL"_s;
}

QJsonObject settingsWithoutSecrets(const ServerConfig &config)
{
    const QString collector = config.otlpEndpoint.isEmpty()
        ? QString()
        : addressWithoutSecrets(config.otlpEndpoint.toString());
    return {
        {u"database"_s, addressWithoutSecrets(config.database)},
        {u"listen"_s, config.listen.toString()},
        {u"http"_s, config.http.toString()},
        {u"data"_s, config.dataFolder},
        {u"tls"_s, config.hasTls()},
        {u"insecure-listen"_s, config.insecureListen},
        {u"io-threads"_s, config.ioThreads},
        {u"lane-threads"_s, config.laneThreads},
        {u"read-threads"_s, config.readThreads},
        {u"connections-max"_s, config.connectionsMax},
        {u"hello-per-second"_s, config.helloPerSecond},
        {u"join-per-minute"_s, config.joinPerMinute},
        {u"changes-per-minute"_s, config.changesPerMinute},
        {u"requests-per-minute"_s, config.requestsPerMinute},
        {u"trusted-proxies"_s, int(config.trustedProxies.size())},
        {u"otlp-endpoint"_s, collector},
        {u"trace-percent"_s, config.tracePercent},
        {u"oldest-app"_s, config.oldestApp.toString()},
        {u"first-syncs-max"_s, config.snapshotsMax},
        {u"redis-url"_s,
         config.redisUrl.isEmpty() ? QString() : addressWithoutSecrets(config.redisUrl)},
        {u"openid-issuer"_s, config.openId.issuer.toString(QUrl::RemoveUserInfo)},
        {u"webhook-networks"_s, int(config.webhookNetworks.size())},
        {u"backup-folder"_s, config.backupFolder},
        // Their words may hold anything.
        {u"backup-command"_s, !config.backupCommand.isEmpty()},
        {u"backup-verify-command"_s, !config.backupVerifyCommand.isEmpty()},
    };
}

} // namespace film::server
