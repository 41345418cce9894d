#pragma once

#include "shared/rules/golden/golden_pack.h"

#include <initializer_list>

namespace film::rules {

// Reads one object of the file: every number becomes a parameter with its path, every key that
// nobody asked for is a problem.
class GoldenFields
{
public:
    GoldenFields(GoldenPackReading &reading, QJsonObject json, QString path);

    // null is as good as nothing.
    [[nodiscard]] bool has(const char *name) const;
    void ignore(std::initializer_list<const char *> keys);

    // Whole minutes, counts.
    [[nodiscard]] MaybeParameter whole(const char *name);
    // A factor or a share: a decimal string.
    [[nodiscard]] MaybeParameter decimal(const char *name);
    // An amount, kept in minor units.
    [[nodiscard]] MaybeParameter money(const char *name);
    // "23:00", kept as minutes from midnight.
    [[nodiscard]] MaybeParameter clock(const char *name);
    [[nodiscard]] Parameter required(MaybeParameter found, const char *name);
    [[nodiscard]] std::vector<Parameter> amounts(const char *name);
    [[nodiscard]] std::vector<Parameter> clocks(const char *name);

    [[nodiscard]] QString text(const char *name) { return take(name).toString(); }
    [[nodiscard]] QStringList texts(const char *name);
    // "false" in quotes is no answer: it would count as the opposite.
    [[nodiscard]] bool flag(const char *name);
    // What the engine does anyway may stand in the file; anything else would be ignored.
    void only(const char *name, const QJsonValue &done);
    [[nodiscard]] QJsonValue take(const char *name);

    [[nodiscard]] GoldenFields object(const char *name);
    [[nodiscard]] std::vector<GoldenFields> objects(const char *name);
    // read(GoldenFields &) is called if there is such an object; what it did not ask for is a
    // problem.
    template<typename Read>
    void block(const char *name, const Read &read)
    {
        if (has(name)) {
            GoldenFields fields = object(name);
            read(fields);
            fields.refuseUnknown();
        }
        ignore({name});
    }

    void problem(const char *name, const QString &what);
    void refuseUnknown();

private:
    [[nodiscard]] QString pathOf(const char *name) const;
    [[nodiscard]] Parameter keep(const char *name, const Ratio &value, const QString &text);
    [[nodiscard]] Parameter keepAt(const QString &path, const Ratio &value, const QString &text);

    GoldenPackReading &m_reading;
    QJsonObject m_json;
    QString m_path;
    QStringList m_known;
};

} // namespace film::rules
