#include "server/admin/admin_command.h"
#include "server/admin/backups.h"
#include "server/config/config_report.h"
#include "server/config/server_config.h"
#include "server/console/console.h"
#include "server/http/http_server.h"
#include "server/net/certificate_watch.h"
#include "server/net/redis_state.h"
#include "server/net/sync_server.h"
#include "server/process_signals.h"
#include "server/telemetry/otlp_exporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace film::server;

namespace {

constexpr int exitUsage = 2;
constexpr std::chrono::seconds stopMax{4}; // then what is left of it is cut off
constexpr std::chrono::milliseconds stopPoll{20};
constexpr std::chrono::minutes housekeeping{15};
constexpr std::chrono::seconds webhookInterval{2};

void say(FILE *to, const QString &text)
{
    std::fputs(text.toUtf8().constData(), to);
    std::fflush(to);
}

QString help()
{
    return u"filmtracker-server serve [OPTIONS]\n"
           "filmtracker-server admin COMMAND [OPTIONS]   (see: admin help)\n\n%1"_s.arg(
               serverOptionsHelp());
}

// Ends the loop when the last device is gone, or when it takes too long.
void stopServer(SyncServer &server)
{
    server.beginStop();
    auto *poll = new QTimer(QCoreApplication::instance());
    QElapsedTimer since;
    since.start();
    QObject::connect(poll, &QTimer::timeout, poll, [&server, since] {
        if (server.connections() == 0
            || since.hasExpired(std::chrono::milliseconds(stopMax).count()))
            QCoreApplication::quit();
    });
    poll->start(stopPoll);
}

int serve(const QStringList &arguments)
{
    const auto config = readServerConfig(arguments, QProcessEnvironment::systemEnvironment());
    if (!config) {
        say(stderr, u"filmtracker-server: %1\n"_s.arg(config.error().message));
        return exitUsage;
    }
    installLogging(config->log);
    ProcessSignals processSignals;
    if (!config->dataFolder.isEmpty() && !QDir().mkpath(config->dataFolder)) {
        say(stderr, u"filmtracker-server: %1 cannot be made\n"_s.arg(config->dataFolder));
        return EXIT_FAILURE;
    }
    ServerMetrics metrics;
    // Before the server, which ends before it: its threads hand over spans until then.
    std::unique_ptr<OtlpExporter> spans;
    if (!config->otlpEndpoint.isEmpty())
        spans = std::make_unique<OtlpExporter>(
            OtlpExporter::Settings{config->otlpEndpoint, config->tracePercent}, metrics);
    std::unique_ptr<SharedState> shared = std::make_unique<DatabaseState>();
    if (const auto redis = RedisPool::read(config->redisUrl); redis)
        shared = std::make_unique<RedisState>(*redis, &metrics);
    SyncServer server(*config, metrics, spans.get(), shared.get());
    if (const auto started = server.start(); !started) {
        say(stderr, u"filmtracker-server: %1\n"_s.arg(started.error().message));
        return EXIT_FAILURE;
    }
    const film::SystemClock clock;
    Backups backups({config->database, config->backupFolder, config->backupCommand,
                     config->backupVerifyCommand},
                    clock);
    const auto about = [&] {
        QJsonArray lines;
        for (const QString &line : QString::fromStdString(metrics.text()).split(u'\n')) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                lines.append(line);
        }
        return QJsonObject{{u"settings"_s, settingsWithoutSecrets(*config)},
                           {u"health"_s, healthJson(server.health())},
                           {u"connections"_s, server.connections()},
                           {u"metrics"_s, lines}};
    };
    std::unique_ptr<WebService> service;
    std::unique_ptr<Console> console;
    if (config->dataFolder.isEmpty()) {
        qCWarning(serverLog) << "without --data there is no API: it keeps a key there";
    } else if (!config->http.isLoopback() && !config->hasTls() && !config->insecureListen) {
        // Passwords come over it. Health and metrics are no secret.
        qCWarning(serverLog) << "--http is not on this computer and has no TLS: there is no API";
    } else {
        auto made = WebService::create({config->database,
                                        config->dataFolder,
                                        {},
                                        config->requestsPerMinute,
                                        {},
                                        &metrics,
                                        config->openId,
                                        {},
                                        shared.get(),
                                        housekeeping,
                                        config->webhookNetworks,
                                        webhookInterval,
                                        &backups,
                                        about},
                                       clock);
        if (!made) {
            say(stderr, u"filmtracker-server: %1\n"_s.arg(made.error().message));
            return EXIT_FAILURE;
        }
        service = *std::move(made);
        console = std::make_unique<Console>(service->forPages(), service->box(),
                                            ConsoleFacts{*config, clock.now(),
                                                         [&server] { return server.health(); },
                                                         &server.presence()});
        service->alsoServe(
            [&console](const WebRequest &request) { return console->answer(request); });
    }
    std::unique_ptr<CertificateWatch> certificate;
    HttpDaemon::Settings httpSettings{config->http, {}, config->trustedProxies};
    if (config->hasTls()) {
        auto files = readTlsFiles(config->tlsCertificate, config->tlsKey);
        if (!files) {
            say(stderr, u"filmtracker-server: %1\n"_s.arg(files.error().message));
            return EXIT_FAILURE;
        }
        httpSettings.tls = HttpDaemon::Tls{files->certificate, files->key};
        certificate = std::make_unique<CertificateWatch>(config->tlsCertificate, config->tlsKey,
                                                         *std::move(files));
    }
    HttpServer http(server, metrics, service.get(), spans.get());
    const auto httpEndpoint = http.start(httpSettings);
    if (!httpEndpoint) {
        say(stderr, u"filmtracker-server: %1\n"_s.arg(httpEndpoint.error().message));
        return EXIT_FAILURE;
    }
    QObject::connect(&processSignals, &ProcessSignals::stopRequested, &processSignals,
                     [&server] { stopServer(server); });
    QObject::connect(&processSignals, &ProcessSignals::sendAwayRequested, &processSignals,
                     [&server](int devices) { server.sendAway(devices); });
    if (certificate) {
        QObject::connect(certificate.get(), &CertificateWatch::renewed, certificate.get(),
                         [&](const TlsFiles &files) {
                             server.setTls(files);
                             const auto done = http.setTls({files.certificate, files.key});
                             if (!done)
                                 qCWarning(serverLog).noquote()
                                     << u"HTTP stays with the certificate before: "_s
                                         + done.error().message;
                         });
        QObject::connect(&processSignals, &ProcessSignals::reloadRequested, certificate.get(),
                         &CertificateWatch::look);
    }
    say(stdout,
        u"ready listen=%1 http=%2\n"_s.arg(server.endpoint().toString(), httpEndpoint->toString()));
    const int code = QCoreApplication::exec();
    http.stop(); // It asks the server how it is.
    server.finish();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"filmtracker-server"_s);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString command = arguments.value(0);
    if (command == u"serve")
        return serve(arguments.mid(1));
    if (command == u"admin")
        return runAdmin(arguments.mid(1));
    const bool isHelp = command == u"help" || command == u"--help";
    say(isHelp ? stdout : stderr, help());
    return isHelp ? EXIT_SUCCESS : exitUsage;
}
