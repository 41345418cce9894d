#pragma once

#include "shared/base/result.h"
#include "shared/domain/field_value.h"
#include "shared/domain/money.h"
#include "shared/domain/work_day.h"

#include <QDate>

#include <functional>
#include <optional>

namespace film {

// An empty list stands for a field that was emptied.
[[nodiscard]] bool isCleared(const FieldValue &value);

// Reads the numbered fields of a record that somebody else may have made up. A field that is
// absent, null or cleared (an empty list) leaves the target as it was; one that is of the wrong
// kind or out of range also, and is the problem. Only the first problem is kept.
class FieldReader
{
public:
    explicit FieldReader(const GroupMap &groups);

    // The group that the reads after it look in; false if the record has none of it.
    bool open(quint32 group);
    // Reports the field of the open group if it is not there.
    void require(quint32 field);

    void text(quint32 field, QString &target, qsizetype lengthMax);
    void zone(quint32 field, QByteArray &target);
    void date(quint32 field, QDate &target);
    void minutes(quint32 field, std::optional<Minutes> &target, Minutes max);
    void currency(quint32 field, std::optional<Currency> &target);
    // Here null is a value: "explicitly none".
    void time(quint32 field, TimeField &target);
    void number(quint32 field, std::optional<qint64> &target, qint64 min, qint64 max);
    // Only looks at them.
    void numbers(quint32 field, size_t itemsMax);
    template<typename Tag>
    void id(quint32 field, Id<Tag> &target)
    {
        const FieldValue *value = find(field);
        if (!value)
            return;
        const std::optional<Id<Tag>> read = toId<Tag>(*value);
        if (!read)
            return reportField(field, u"is not an id");
        target = *read;
    }
    // Calls readItem with each item's own list, which it answers with whether it could use it.
    void list(quint32 field, size_t itemsMax,
              const std::function<bool(const FieldValue::List &)> &readItem);

    void report(QStringView what);
    void reportField(quint32 field, QStringView what);
    [[nodiscard]] bool isFine() const { return !m_problem; }
    [[nodiscard]] Result<> outcome() const;

    template<typename Tag>
    [[nodiscard]] static std::optional<Id<Tag>> toId(const FieldValue &value)
    {
        return value.bytes() ? Id<Tag>::fromBytes(*value.bytes()) : std::nullopt;
    }
    [[nodiscard]] static std::optional<TimeField> toTime(const FieldValue &value);
    [[nodiscard]] static std::optional<Minutes> toWallMinutes(const FieldValue &value);
    // Without NUL and other control characters, which PostgreSQL's jsonb or a cell cannot hold.
    [[nodiscard]] static bool isText(const QString &text, qsizetype lengthMax);

private:
    // The value of the field in the open group, if there is one to read.
    [[nodiscard]] const FieldValue *find(quint32 field) const;
    [[nodiscard]] const FieldValue *findEvenNull(quint32 field) const;

    const GroupMap &m_groups;
    const FieldMap *m_open = nullptr;
    quint32 m_openNumber = 0;
    std::optional<Error> m_problem;
};

} // namespace film
