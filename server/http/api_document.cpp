#include "server/http/api_document.h"

#include <QFile>

// Outside of any namespace, as the macro wants it; a static library's resources are not found
// without.
static void loadResources()
{
    Q_INIT_RESOURCE(openapi);
}

namespace film::server {

using namespace Qt::StringLiterals;

QByteArray apiDocument()
{
    static const QByteArray document = [] {
        loadResources();
        QFile file(u":/http/openapi.json"_s);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        return file.readAll();
    }();
    return document;
}

std::vector<ApiRoute> documentRoutes()
{
    return {
        {"GET", u"/api/v1/openapi.json"_s, Access::anybody(), [](ApiCall &) -> Result<WebResponse> {
             return WebResponse{200, "application/json", apiDocument(), {}};
         }}};
}

} // namespace film::server
