#include "server/config/server_config.h"

#include "server/net/redis_pool.h"
#include "shared/base/small_file.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <functional>
#include <map>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

using Read = Result<> (*)(ServerConfig &, const QString &);

struct Option {
    QString name;      // of the flag and the key in the file; FILMTRACKER_NAME in the environment
    QString valueName; // empty for a switch
    QString help;
    Read read;
};

template<auto Member>
Result<> readText(ServerConfig &config, const QString &text)
{
    config.*Member = text;
    return {};
}

template<auto Member>
Result<> readAddress(ServerConfig &config, const QString &text)
{
    const Result<Endpoint> endpoint = readEndpoint(text);
    if (!endpoint)
        return fail(endpoint.error());
    config.*Member = *endpoint;
    return {};
}

template<auto Member, int least, int most>
Result<> readNumber(ServerConfig &config, const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return fail(ErrorCode::InvalidInput,
                    u"\"%1\" is not a number from %2 to %3"_s.arg(text).arg(least).arg(most));
    config.*Member = number;
    return {};
}

Result<> readOldestApp(ServerConfig &config, const QString &text)
{
    qsizetype end = 0;
    config.oldestApp = QVersionNumber::fromString(text, &end);
    if (config.oldestApp.isNull() || end != text.size())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not a version such as 0.2"_s.arg(text));
    return {};
}

Result<> readProxies(ServerConfig &config, const QString &text)
{
    const auto networks = readNetworks(text);
    if (!networks)
        return fail(networks.error());
    config.trustedProxies = *networks;
    return {};
}

Result<> readWebhookNetworks(ServerConfig &config, const QString &text)
{
    const auto networks = readNetworks(text);
    if (!networks)
        return fail(networks.error());
    config.webhookNetworks = *networks;
    return {};
}

Result<> readCollector(ServerConfig &config, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isHttp || url.host().isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"\"%1\" is not an address such as http://127.0.0.1:4318"_s.arg(text));
    config.otlpEndpoint = url;
    return {};
}

Result<> readRedis(ServerConfig &config, const QString &text)
{
    if (const auto settings = RedisPool::read(text); !settings)
        return fail(settings.error());
    config.redisUrl = text;
    return {};
}

Result<> readIssuer(ServerConfig &config, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == u"localhost";
    // OpenID Connect Discovery 1.0, 3. The text is compared with what the issuer says: as it is.
    if ((url.scheme() != u"https" && !(url.scheme() == u"http" && isHere)) || url.host().isEmpty()
        || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"\"%1\" is not an issuer such as https://login.example.org"_s.arg(text));
    config.openId.issuer = url;
    return {};
}

Result<> readClientId(ServerConfig &config, const QString &text)
{
    config.openId.clientId = text;
    return {};
}

Result<> readClientSecret(ServerConfig &config, const QString &path)
{
    const Result<QByteArray> secret = readSmallFile(path, 4096);
    if (!secret)
        return fail(secret.error());
    config.openId.clientSecret = secret->trimmed();
    return config.openId.clientSecret.isEmpty()
        ? fail(ErrorCode::InvalidInput, u"%1 is empty"_s.arg(path))
        : Result<>();
}

Result<> readScope(ServerConfig &config, const QString &text)
{
    if (!text.split(u' ').contains(u"openid"_s))
        return fail(ErrorCode::InvalidInput, u"\"%1\" lacks openid"_s.arg(text));
    config.openId.scope = text;
    return {};
}

Result<> readSubjectClaim(ServerConfig &config, const QString &text)
{
    // What somebody can change, or gets after somebody else: with it people take over accounts.
    static const QStringList passing{u"email"_s,    u"preferred_username"_s, u"name"_s,
                                     u"nickname"_s, u"phone_number"_s,       u"upn"_s};
    if (text.isEmpty() || passing.contains(text))
        return fail(
            ErrorCode::InvalidInput,
            u"\"%1\" may be somebody else tomorrow; sub, oid and the like are not"_s.arg(text));
    config.openId.subjectClaim = text;
    return {};
}

Result<> readInsecure(ServerConfig &config, const QString &text)
{
    if (text != u"true" && text != u"false")
        return fail(ErrorCode::InvalidInput, u"\"%1\" is neither true nor false"_s.arg(text));
    config.insecureListen = text == u"true";
    return {};
}

Result<> readLog(ServerConfig &config, const QString &text)
{
    static const std::map<QString, LogFormat> formats{{u"auto"_s, LogFormat::Automatic},
                                                      {u"text"_s, LogFormat::Text},
                                                      {u"json"_s, LogFormat::Json}};
    const auto format = formats.find(text);
    if (format == formats.end())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not auto, text or json"_s.arg(text));
    config.log = format->second;
    return {};
}

const std::vector<Option> &options()
{
    using C = ServerConfig;
    static const std::vector<Option> all{
        {u"database"_s, u"URL"_s, u"sqlite:FILE or postgresql://…"_s, readText<&C::database>},
        {u"listen"_s, u"ADDRESS:PORT"_s, u"for devices (127.0.0.1:7420)"_s,
         readAddress<&C::listen>},
        {u"http"_s, u"ADDRESS:PORT"_s, u"for health, metrics and the API (127.0.0.1:7421)"_s,
         readAddress<&C::http>},
        {u"data"_s, u"FOLDER"_s,
         u"of the key of accounts, and of the SQLite file without --database"_s,
         readText<&C::dataFolder>},
        {u"tls-certificate"_s, u"FILE"_s, u"certificate chain, PEM"_s,
         readText<&C::tlsCertificate>},
        {u"tls-key"_s, u"FILE"_s, u"its private key, PEM"_s, readText<&C::tlsKey>},
        {u"insecure-listen"_s, {}, u"listen beyond this computer without TLS"_s, readInsecure},
        {u"log"_s, u"FORMAT"_s, u"auto, text or json"_s, readLog},
        {u"io-threads"_s, u"N"_s, u"threads for connections (one for each core)"_s,
         readNumber<&C::ioThreads, 0, 256>},
        {u"lane-threads"_s, u"N"_s, u"threads that write (2)"_s,
         readNumber<&C::laneThreads, 1, 64>},
        {u"read-threads"_s, u"N"_s, u"threads that read (2)"_s, readNumber<&C::readThreads, 1, 64>},
        {u"connections-max"_s, u"N"_s, u"connections at once (20000)"_s,
         readNumber<&C::connectionsMax, 1, 1'000'000>},
        {u"first-syncs-max"_s, u"N"_s, u"devices that are given all records at once (40)"_s,
         readNumber<&C::snapshotsMax, 1, 10'000>},
        {u"hello-per-second"_s, u"N"_s, u"greetings from one address (200)"_s,
         readNumber<&C::helloPerSecond, 1, 100'000>},
        {u"join-per-minute"_s, u"N"_s, u"invite codes tried from one address (30)"_s,
         readNumber<&C::joinPerMinute, 1, 100'000>},
        {u"changes-per-minute"_s, u"N"_s,
         u"that one device hands in, and as many at once after a pause (12000)"_s,
         readNumber<&C::changesPerMinute, 60, 100'000'000>},
        {u"requests-per-minute"_s, u"N"_s, u"of one client of the API (100)"_s,
         readNumber<&C::requestsPerMinute, 1, 10'000'000>},
        {u"trusted-proxies"_s, u"ADDRESS,…"_s,
         u"in front of --http, whose X-Forwarded-For and -Proto are believed (none)"_s,
         readProxies},
        {u"otlp-endpoint"_s, u"URL"_s,
         u"of a collector of traces, OTLP over HTTP (none: nothing is traced)"_s, readCollector},
        {u"trace-percent"_s, u"N"_s, u"of the traces that begin here are sent (10)"_s,
         readNumber<&C::tracePercent, 0, 100>},
        {u"redis-url"_s, u"URL"_s,
         u"redis://HOST, for what several servers count together (none: the database)"_s,
         readRedis},
        {u"openid-issuer"_s, u"URL"_s,
         u"of OpenID Connect, whose word stands for a password (none)"_s, readIssuer},
        {u"openid-client-id"_s, u"ID"_s, u"what this server is called there"_s, readClientId},
        {u"openid-client-secret-file"_s, u"FILE"_s,
         u"with its secret there (none: a public client)"_s, readClientSecret},
        {u"openid-scope"_s, u"SCOPES"_s, u"asked for there (openid)"_s, readScope},
        {u"openid-subject-claim"_s, u"NAME"_s, u"that says who somebody is (sub)"_s,
         readSubjectClaim},
        {u"oldest-app"_s, u"VERSION"_s,
         u"older ones may hand over what they have, and get nothing (any)"_s, readOldestApp},
        {u"webhook-networks"_s, u"NETWORK,…"_s,
         u"not of the Internet, that webhooks may be sent to, such as 10.1.0.0/16 (none)"_s,
         readWebhookNetworks},
        {u"backup-folder"_s, u"FOLDER"_s, u"for backups of an embedded database (none are made)"_s,
         readText<&C::backupFolder>},
        {u"backup-command"_s, u"COMMAND"_s,
         u"that backs a PostgreSQL database up, without a shell (none are made)"_s,
         readText<&C::backupCommand>},
        {u"backup-verify-command"_s, u"COMMAND"_s,
         u"that puts that backup back somewhere and looks at it (nobody does)"_s,
         readText<&C::backupVerifyCommand>},
    };
    return all;
}

QString environmentName(const Option &option)
{
    return u"FILMTRACKER_"_s + option.name.toUpper().replace(u'-', u'_');
}

Result<> apply(const Option &option, const QString &text, const QString &where,
               ServerConfig &config)
{
    const Result<> read = option.read(config, text);
    if (!read)
        return fail(ErrorCode::InvalidInput, QString(where + u": "_s + read.error().message));
    return {};
}

Result<> applyFile(const QString &path, ServerConfig &config)
{
    if (!QFileInfo(path).isReadable())
        return fail(ErrorCode::InvalidInput, u"%1 cannot be read"_s.arg(path));
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return fail(ErrorCode::InvalidInput, u"%1 has lines that cannot be read"_s.arg(path));
    for (const QString &key : file.allKeys()) {
        const auto option = std::ranges::find(options(), key, &Option::name);
        if (option == options().end())
            return fail(ErrorCode::InvalidInput, u"%1: unknown key \"%2\""_s.arg(path, key));
        // QSettings takes a comma for a list.
        const QString text = file.value(key).toStringList().join(u',');
        if (const Result<> applied = apply(*option, text, u"%1, %2"_s.arg(path, key), config);
            !applied)
            return applied;
    }
    return {};
}

Result<> check(ServerConfig &config)
{
    if (config.database.isEmpty() && !config.dataFolder.isEmpty())
        config.database =
            u"sqlite:"_s + QDir(config.dataFolder).filePath(u"filmtracker-server.sqlite"_s);
    if (config.database.isEmpty())
        return fail(ErrorCode::InvalidInput, u"say where the data is: --database or --data"_s);
    if (config.tlsCertificate.isEmpty() != config.tlsKey.isEmpty())
        return fail(ErrorCode::InvalidInput, u"--tls-certificate and --tls-key go together"_s);
    if (!config.listen.isLoopback() && !config.hasTls() && !config.insecureListen)
        return fail(ErrorCode::InvalidInput,
                    u"%1 can be reached from other computers, and without TLS everybody on the way "
                    "can read along. Give --tls-certificate and --tls-key, or --insecure-listen if "
                    "something in front of this server does TLS."_s.arg(config.listen.toString()));
    if (config.openId.isSet() == config.openId.clientId.isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"--openid-issuer and --openid-client-id go together"_s);
    return {};
}

} // namespace

Result<ServerConfig> readServerConfig(const QStringList &arguments,
                                      const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    parser.addOption({u"config"_s, u"settings, as NAME=VALUE lines"_s, u"FILE"_s});
    for (const Option &option : options())
        parser.addOption({option.name, option.help, option.valueName});
    if (!parser.parse(QStringList{u"serve"_s} + arguments))
        return fail(ErrorCode::InvalidInput, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"unexpected \"%1\""_s.arg(parser.positionalArguments().constFirst()));

    ServerConfig config;
    const QString path = parser.isSet(u"config"_s) ? parser.value(u"config"_s)
                                                   : environment.value(u"FILMTRACKER_CONFIG"_s);
    if (!path.isEmpty()) {
        if (const Result<> applied = applyFile(path, config); !applied)
            return fail(applied.error());
    }
    for (const Option &option : options()) {
        const QString name = environmentName(option);
        if (!environment.contains(name))
            continue;
        if (const Result<> applied = apply(option, environment.value(name), name, config); !applied)
            return fail(applied.error());
    }
    for (const Option &option : options()) {
        if (!parser.isSet(option.name))
            continue;
        const QString text = option.valueName.isEmpty() ? u"true"_s : parser.value(option.name);
        if (const Result<> applied = apply(option, text, u"--"_s + option.name, config); !applied)
            return fail(applied.error());
    }
    if (const Result<> checked = check(config); !checked)
        return fail(checked.error());
    return config;
}

QString serverOptionsHelp()
{
    QString help = u"  --config FILE  settings, as NAME=VALUE lines [FILMTRACKER_CONFIG]\n"_s;
    for (const Option &option : options())
        help += u"  --%1 %2  %3 [%4]\n"_s.arg(option.name, option.valueName, option.help,
                                              environmentName(option));
    return help;
}

} // namespace film::server
