#include "server/telemetry/security_log.h"

#include "server/telemetry/logging.h"
#include "server/telemetry/server_metrics.h"

namespace film::server {

using namespace Qt::StringLiterals;

void logSecurityEvent(const SecurityEvent &event, ServerMetrics *metrics)
{
    QJsonObject fields;
    const auto add = [&fields](const QString &name, const auto &id) {
        if (!id.isNull())
            fields.insert(name, id.toString());
    };
    add(u"account"_s, event.account);
    add(u"by"_s, event.by);
    add(u"production"_s, event.production);
    add(u"device"_s, event.device);
    add(u"session"_s, event.session);
    if (!event.address.isEmpty())
        fields.insert(u"address"_s, event.address);
    if (!event.reason.isEmpty())
        fields.insert(u"reason"_s, event.reason);
    logEvent(securityLog(), isSuspicious(event.kind) ? QtWarningMsg : QtInfoMsg,
             securityEventName(event.kind), fields);
    if (metrics)
        metrics->securityEvent(event.kind);
}

} // namespace film::server
