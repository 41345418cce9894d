#pragma once

#include "shared/rules/pack_notes.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <span>
#include <utility>

namespace film::rules {

enum class NumberForm : quint8 {
    Whole,    // a JSON integer
    Decimal,  // a string: "1.5"; kept times `scale`, so that money is in minor units
    TimeOfDay // a string: "20:00"; kept as minutes from midnight
};

// What a number may be. Decimals are more than 0, whole numbers not less than `least`.
struct NumberKind {
    NumberForm form = NumberForm::Whole;
    qint64 least = 0;
    qint64 most = 0;
    int decimals = 0;
    int scale = 1;
};

namespace numbers {
extern const NumberKind minutes; // at least one
extern const NumberKind minutesOrNone;
extern const NumberKind count;
extern const NumberKind factor;
extern const NumberKind part; // of a whole, at most 1
extern const NumberKind hours;
extern const NumberKind money;
extern const NumberKind timeOfDay;
} // namespace numbers

template<typename T>
using ChoiceNames = std::span<const std::pair<QStringView, T>>;

// One object of a file of rules. Every value is asked for by its key; what is of the wrong kind
// or outside its limits is refused in the notes, and so is, by finish(), every key that nobody
// asked for. An object with its own confidence, source, clause or note gives them to the numbers
// within; a number alone has them as {"value": 30, "confidence": "low"}. A function for one value
// returns nothing where the key is missing or was refused.
class JsonFields
{
public:
    JsonFields(PackNotes &notes, const QJsonObject &object, QString path, int provenance);

    [[nodiscard]] bool has(QStringView key) const { return m_object.contains(key); }
    [[nodiscard]] QString pathOf(QStringView key) const;
    [[nodiscard]] PackNotes &notes() const { return m_notes; }
    void refuse(QStringView key, const QString &reason) { m_notes.refuse(pathOf(key), reason); }
    // Refuses the object if the key is missing.
    void need(QStringView key);

    [[nodiscard]] MaybeParameter number(QStringView key, const NumberKind &kind);
    [[nodiscard]] Parameter neededNumber(QStringView key, const NumberKind &kind);
    [[nodiscard]] std::vector<Parameter> numberList(QStringView key, const NumberKind &kind);
    [[nodiscard]] std::optional<bool> flag(QStringView key);
    [[nodiscard]] std::optional<qint64> plainWhole(QStringView key, qint64 least, qint64 most);
    [[nodiscard]] QString text(QStringView key);
    [[nodiscard]] QStringList texts(QStringView key);
    // Each a text, which is English, or an object of them by the language: {"en": "…", "de": "…"}.
    [[nodiscard]] std::vector<LocalText> localTexts(QStringView key);
    [[nodiscard]] QDate date(QStringView key);
    [[nodiscard]] QJsonValue raw(QStringView key);

    template<typename T>
    [[nodiscard]] std::optional<T> choice(QStringView key, ChoiceNames<T> names);
    // read(JsonFields &) is called if the block is there.
    template<typename Read>
    void block(QStringView key, const Read &read);
    // read(JsonFields &) is called for each object of a list.
    template<typename Read>
    void blocks(QStringView key, const Read &read);

    // Names the keys that nobody asked for.
    void finish();

private:
    QJsonValue take(QStringView key);
    MaybeParameter numberAt(const QString &path, const QJsonValue &value, const NumberKind &kind);
    MaybeParameter explainedNumberAt(const QString &path, const QJsonObject &object,
                                     const NumberKind &kind);
    void takeProvenance();
    std::optional<QJsonObject> objectAt(const QString &path, const QJsonValue &value);
    QJsonArray list(QStringView key);
    QString textAt(const QString &path, const QJsonValue &value, int lengthMax);

    PackNotes &m_notes;
    QJsonObject m_object;
    QString m_path;
    int m_provenance;
    QSet<QString> m_asked;
};

template<typename T>
std::optional<T> JsonFields::choice(QStringView key, ChoiceNames<T> names)
{
    if (!has(key))
        return std::nullopt;
    const QJsonValue value = take(key);
    QStringList all;
    for (const auto &[name, meaning] : names) {
        if (value.isString() && value.toString() == name)
            return meaning;
        all << name.toString();
    }
    refuse(key, QStringLiteral("must be one of: ") + all.join(QStringLiteral(", ")));
    return std::nullopt;
}

template<typename Read>
void JsonFields::block(QStringView key, const Read &read)
{
    if (!has(key))
        return;
    const auto object = objectAt(pathOf(key), take(key));
    if (!object)
        return;
    JsonFields fields(m_notes, *object, pathOf(key), m_provenance);
    fields.takeProvenance();
    read(fields);
    fields.finish();
}

template<typename Read>
void JsonFields::blocks(QStringView key, const Read &read)
{
    const QJsonArray rows = list(key);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QString path = pathOf(key) + QStringLiteral("[%1]").arg(row);
        const auto object = objectAt(path, rows[row]);
        if (!object)
            continue;
        JsonFields fields(m_notes, *object, path, m_provenance);
        fields.takeProvenance();
        read(fields);
        fields.finish();
    }
}

} // namespace film::rules
