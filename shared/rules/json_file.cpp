#include "shared/rules/json_file.h"

#include "shared/rules/rule_pack_limits.h"

#include <QByteArrayView>
#include <QJsonDocument>

#include <set>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

// An object or a list that has been opened and not been closed.
struct OpenPlace {
    bool isObject = false;
    bool isKeyNext = false;
    QByteArray key;
    int row = 0;
    std::set<QByteArray> keys;
};

QString pathOf(const std::vector<OpenPlace> &places)
{
    QString path;
    for (const OpenPlace &place : places) {
        if (!place.isObject)
            path += u"[%1]"_s.arg(place.row);
        else if (path.isEmpty())
            path = QString::fromUtf8(place.key);
        else
            path += u'.' + QString::fromUtf8(place.key);
    }
    return path;
}

// The place of the closing quote of the string that is open before `from`.
qsizetype endOfString(QByteArrayView json, qsizetype from)
{
    while (from < json.size() && json[from] != '"')
        from += json[from] == '\\' ? 2 : 1;
    return from;
}

void takeKey(std::vector<OpenPlace> &places, QByteArrayView key, PackNotes &notes)
{
    OpenPlace &place = places.back();
    place.isKeyNext = false;
    place.key = key.first(qMin(key.size(), limits::wordLengthMax)).toByteArray();
    if (key.contains('\\'))
        notes.refuse(pathOf(places), u"a key is written without escapes"_s);
    else if (!place.keys.insert(key.toByteArray()).second)
        notes.refuse(pathOf(places), u"the key stands twice"_s);
}

// `json` is what QJsonDocument has accepted.
void refuseRepeatedKeys(QByteArrayView json, PackNotes &notes)
{
    std::vector<OpenPlace> places;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char character = json[at];
        if (character == '"') {
            const qsizetype end = endOfString(json, at + 1);
            if (!places.empty() && places.back().isKeyNext)
                takeKey(places, json.sliced(at + 1, qMin(end, json.size()) - at - 1), notes);
            at = end;
        } else if (character == '{' || character == '[') {
            if (places.size() == limits::depthMax)
                return notes.refuse(pathOf(places), u"nested too deeply"_s);
            OpenPlace place;
            place.isObject = place.isKeyNext = character == '{';
            places.push_back(place);
        } else if ((character == '}' || character == ']') && !places.empty()) {
            places.pop_back();
        } else if (character == ',' && !places.empty()) {
            places.back().isKeyNext = places.back().isObject;
            ++places.back().row;
        }
    }
}

} // namespace

std::optional<QJsonObject> jsonObjectIn(const QByteArray &json, PackNotes &notes)
{
    if (json.size() > limits::packBytesMax) {
        notes.refuse({}, u"the file is larger than %1 bytes"_s.arg(limits::packBytesMax));
        return std::nullopt;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        notes.refuse({},
                     u"the file is no JSON: %1 at byte %2"_s.arg(error.errorString(),
                                                                 QString::number(error.offset)));
        return std::nullopt;
    }
    if (!document.isObject()) {
        notes.refuse({}, u"the file must be one JSON object"_s);
        return std::nullopt;
    }
    refuseRepeatedKeys(json, notes);
    return document.object();
}

} // namespace film::rules
