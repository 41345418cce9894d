#include "shared/store/groups_json.h"

#include "shared/protocol/entity_state.h"

namespace film::store {

namespace {

void appendText(QByteArray &json, const QString &text)
{
    json += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            json += "\\u00" + QByteArray(1, c).toHex();
        else
            json += c;
    }
    json += '"';
}

void appendValue(QByteArray &json, const FieldValue &value)
{
    if (const qint64 *number = value.number()) {
        json += QByteArray::number(*number);
    } else if (const QString *text = value.text()) {
        appendText(json, *text);
    } else if (const QByteArray *bytes = value.bytes()) {
        json += '"' + bytes->toHex() + '"';
    } else if (const FieldValue::List *list = value.list()) {
        json += '[';
        for (size_t i = 0; i < list->size(); ++i) {
            if (i > 0)
                json += ',';
            appendValue(json, (*list)[i]);
        }
        json += ']';
    } else {
        json += "null";
    }
}

} // namespace

QByteArray groupsAsJson(QByteArrayView bytes)
{
    const auto groups = protocol::decodeGroups(bytes);
    QByteArray json("{");
    if (groups) {
        for (const auto &[group, versioned] : *groups) {
            if (json.size() > 1)
                json += ',';
            json += '"' + QByteArray::number(group) + "\":{";
            bool isFirst = true;
            for (const auto &[field, value] : versioned.fields) {
                if (!std::exchange(isFirst, false))
                    json += ',';
                json += '"' + QByteArray::number(field) + "\":";
                appendValue(json, value);
            }
            json += '}';
        }
    }
    return json + '}';
}

} // namespace film::store
