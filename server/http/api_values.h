#pragma once

#include "server/admin/admin_tasks.h"
#include "server/http/api_route.h"

#include <QDate>

namespace film::server {

// Whoever asks, for the chain of the server's acts.
[[nodiscard]] Actor actorOf(const ApiCall &call);
// PermissionDenied unless they have signed in within ten minutes: somebody who finds an open
// session makes nothing with it that outlasts it.
[[nodiscard]] Result<> hasJustSignedIn(const ApiCall &call);
// A text of the body. InvalidInput, with its name, where it is missing, no text or too long.
[[nodiscard]] Result<QString> neededText(const ApiCall &call, const QString &key,
                                         qsizetype lengthMax = 200);
// The same, empty where it is missing.
[[nodiscard]] Result<QString> text(const ApiCall &call, const QString &key,
                                   qsizetype lengthMax = 200);

// A whole number of the body; nothing where nothing was said. InvalidInput for anything else.
[[nodiscard]] Result<std::optional<int>> number(const ApiCall &call, const QString &key, int least,
                                                int most);

// An id of the path. NotFound for what is none: nothing has such an id.
template<typename IdType>
[[nodiscard]] Result<IdType> idIn(const ApiCall &call, const QString &name)
{
    const auto at = call.path.find(name);
    const auto id = at == call.path.end() ? std::nullopt : IdType::fromString(at->second);
    if (!id)
        return fail(ErrorCode::NotFound, QStringLiteral("there is no such thing here"));
    return *id;
}

// "2025-11-20T18:04:05.123Z"
[[nodiscard]] QString timeText(qint64 ms);
[[nodiscard]] QJsonValue momentOrNull(const std::optional<qint64> &ms);
[[nodiscard]] QJsonValue textOrNull(const QString &text);
template<typename IdType>
[[nodiscard]] QJsonValue idOrNull(const IdType &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}
[[nodiscard]] QJsonObject sessionJson(const store::AccountSessionRow &session);
[[nodiscard]] WebResponse nothing(); // 204

// Which part of a list: ?limit= of 1 to 500 (100 without) and ?after=, the `next` of the part
// before.
struct PageAsked {
    int limit = 100;
    QString after;
};
[[nodiscard]] Result<PageAsked> pageIn(const ApiCall &call, int limitMax = 500);
// A date of the query, "2025-11-20"; not valid where nothing was said. InvalidInput for anything
// else.
[[nodiscard]] Result<QDate> dateIn(const ApiCall &call, const QString &key);
// A text of the query; empty where nothing was said.
[[nodiscard]] Result<QString> queryIn(const ApiCall &call, const QString &key,
                                      qsizetype lengthMax = 200);
// {"items": [...], "next": what to ask for next, or null at the end}
[[nodiscard]] WebResponse pageOf(const QJsonArray &items, const std::optional<QString> &next);
// The part that `call` asks for of a list that is read whole: by the text under `key`, which is
// another in each item, so that what comes and goes between two parts moves nothing else.
[[nodiscard]] Result<WebResponse> partOf(const ApiCall &call, std::vector<QJsonObject> items,
                                         const QString &key);
// The same as pageOf(), of items that are JSON already.
[[nodiscard]] WebResponse pageOf(const QByteArrayList &items, const std::optional<QString> &next);

} // namespace film::server
