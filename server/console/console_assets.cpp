#include "server/console/console_assets.h"

#include "shared/base/hash.h"

#include <QFile>

#include <array>

static void loadConsoleAssets()
{
    Q_INIT_RESOURCE(console);
}

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

struct Asset {
    QString path;
    QByteArray tag;
    QByteArray type;
    QByteArray bytes;
};

Asset load(const QString &suffix, const QByteArray &type)
{
    QFile file(u":/console/console."_s + suffix);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Asset asset;
    asset.bytes = file.readAll();
    const QByteArray hash = sha256(QByteArrayView(asset.bytes)).toByteArray().left(8).toHex();
    asset.path = u"/console/assets/console-%1.%2"_s.arg(QString::fromLatin1(hash), suffix);
    asset.tag = '"' + hash + '"';
    asset.type = type;
    return asset;
}

const std::array<Asset, 2> &assets()
{
    static const std::array<Asset, 2> all = [] {
        loadConsoleAssets();
        return std::array<Asset, 2>{load(u"css"_s, "text/css; charset=utf-8"),
                                    load(u"js"_s, "text/javascript; charset=utf-8")};
    }();
    return all;
}

} // namespace

QString stylesheetPath()
{
    return assets()[0].path;
}

QString scriptPath()
{
    return assets()[1].path;
}

std::optional<WebResponse> assetAt(const WebRequest &request)
{
    for (const Asset &asset : assets()) {
        if (request.path != asset.path)
            continue;
        WebResponse response{200, asset.type, asset.bytes, {}};
        // RFC 8246: its name is its content.
        response.headers = {{"ETag", asset.tag},
                            {"Cache-Control", "public, max-age=31536000, immutable"}};
        if (request.header("if-none-match").contains(asset.tag)) {
            response.status = 304;
            response.body.clear();
            response.contentType.clear();
        }
        return response;
    }
    return std::nullopt;
}

} // namespace film::server
