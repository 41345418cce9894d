#include "server/telemetry/otlp_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int statusError = 2; // of opentelemetry.proto.trace.v1.Status.StatusCode

QJsonObject attribute(const SpanAttribute &of)
{
    QJsonObject value;
    if (const auto *number = std::get_if<qint64>(&of.value))
        value.insert(u"intValue"_s, QString::number(*number));
    else
        value.insert(u"stringValue"_s, std::get<QString>(of.value));
    return {{u"key"_s, of.key}, {u"value"_s, value}};
}

QJsonObject idsOf(const SpanContext &context)
{
    return {{u"traceId"_s, QString::fromLatin1(context.traceText())},
            {u"spanId"_s, QString::fromLatin1(context.spanText())}};
}

QJsonObject spanOf(const SpanRecord &span)
{
    QJsonObject json = idsOf(span.context);
    SpanContext parent = span.context;
    parent.span = span.parent;
    if (parent.isValid())
        json.insert(u"parentSpanId"_s, QString::fromLatin1(parent.spanText()));
    json.insert(u"name"_s, span.name);
    json.insert(u"kind"_s, int(span.kind));
    json.insert(u"startTimeUnixNano"_s, QString::number(span.begun.count()));
    json.insert(u"endTimeUnixNano"_s, QString::number(span.ended.count()));
    QJsonArray attributes;
    for (const SpanAttribute &each : span.attributes)
        attributes.append(attribute(each));
    json.insert(u"attributes"_s, attributes);
    QJsonArray links;
    for (const SpanContext &link : span.links)
        links.append(idsOf(link));
    if (!links.isEmpty())
        json.insert(u"links"_s, links);
    if (span.isFailed)
        json.insert(u"status"_s, QJsonObject{{u"code"_s, statusError}});
    return json;
}

} // namespace

QByteArray otlpRequest(const std::vector<SpanRecord> &spans, const OtlpResource &resource)
{
    QJsonArray list;
    for (const SpanRecord &span : spans)
        list.append(spanOf(span));
    const QString program = u"filmtracker-server"_s;
    const QJsonArray about{attribute({u"service.name"_s, program}),
                           attribute({u"service.version"_s, resource.version}),
                           attribute({u"service.instance.id"_s, resource.instance})};
    const QJsonObject scoped{{u"scope"_s, QJsonObject{{u"name"_s, program}}}, {u"spans"_s, list}};
    const QJsonObject made{{u"resource"_s, QJsonObject{{u"attributes"_s, about}}},
                           {u"scopeSpans"_s, QJsonArray{scoped}}};
    return QJsonDocument(QJsonObject{{u"resourceSpans"_s, QJsonArray{made}}})
        .toJson(QJsonDocument::Compact);
}

} // namespace film::server
