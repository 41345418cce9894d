#include "server/admin/admin_run.h"

#include "shared/base/random.h"
#include "shared/store/server_standby.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <cstdio>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString adminEnvironment(const QString &name)
{
    return QProcessEnvironment::systemEnvironment().value(name);
}

} // namespace

QString utcText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

AdminRun::AdminRun()
{
    for (const auto *name :
         {"database", "production", "title", "episode", "zone", "week-ends", "currency", "person",
          "role", "hours", "device", "login", "name", "data", "key", "reason", "kind", "days"})
        m_options.addOption({QString::fromLatin1(name), {}, u"value"_s});
    for (const auto *name : {"json", "server-administrator", "dry-run", "standby"})
        m_options.addOption({QString::fromLatin1(name), {}});
}

bool AdminRun::read(const QString &command, const QStringList &arguments)
{
    m_command = command;
    if (!m_options.parse(arguments))
        return false;
    m_files = m_options.positionalArguments();
    return true;
}

Result<> AdminRun::open()
{
    const QString address =
        has(u"database"_s) ? value(u"database"_s) : adminEnvironment(u"FILMTRACKER_DATABASE"_s);
    auto storage =
        has(u"standby"_s) ? store::openForReports(address) : store::ServerStorageSql::open(address);
    if (!storage)
        return fail(storage.error());
    m_storage = *std::move(storage);
    return {};
}

std::optional<ProductionId> AdminRun::productionId() const
{
    return ProductionId::fromString(value(u"production"_s));
}

QString AdminRun::dataFolder() const
{
    return has(u"data"_s) ? value(u"data"_s) : adminEnvironment(u"FILMTRACKER_DATA"_s);
}

Result<SecretBox> AdminRun::secretBox() const
{
    if (dataFolder().isEmpty())
        return fail(ErrorCode::InvalidInput,
                    u"--data is missing: the folder that the server is given"_s);
    SystemRandom random;
    return SecretBox::inFolder(dataFolder(), random);
}

AdminTasks AdminRun::tasks() const
{
    return {*m_storage, SystemClock().now()};
}

void AdminRun::say(const QString &text) const
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void AdminRun::tell(const QString &text, const QJsonObject &json) const
{
    say(isJson() ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n')
                 : QString(text + u'\n'));
}

int AdminRun::listed(const QJsonArray &list) const
{
    if (isJson())
        say(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n'));
    return admin_exit::done;
}

int AdminRun::failed(const Error &error) const
{
    const QString line = u"%1 (%2)\n"_s.arg(error.message, errorCodeName(error.code));
    std::fputs(line.toUtf8().constData(), stderr);
    return admin_exit::failed;
}

int AdminRun::misunderstood(const QString &why) const
{
    std::fputs(QString(why + u'\n').toUtf8().constData(), stderr);
    return admin_exit::usage;
}

} // namespace film::server
