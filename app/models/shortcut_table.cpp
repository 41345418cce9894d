#include "app/models/shortcut_table.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace film::app {

ShortcutTable::ShortcutTable(Words words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(std::move(words))
{}

void ShortcutTable::setRows(std::vector<ShortcutRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

// First nobody whose keys were changed has any: two commands may have swapped theirs.
void ShortcutTable::applyKept(const std::map<QString, QString> &kept)
{
    beginResetModel();
    for (ShortcutRow &row : m_rows) {
        if (kept.contains(row.id))
            row.keys.clear();
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const auto found = kept.find(row(i).id);
        if (found == kept.end())
            continue;
        const bool isFree = !ownerOf(found->second, i) && leavesTyping(i, found->second);
        if (isFree)
            m_rows[size_t(i)].keys = found->second;
        else if (!ownerOf(row(i).standard, i))
            m_rows[size_t(i)].keys = row(i).standard;
    }
    endResetModel();
}

std::optional<int> ShortcutTable::ownerOf(const QString &keys, int except) const
{
    if (keys.isEmpty())
        return std::nullopt;
    const auto isShared = [&](const ShortcutRow &a, const ShortcutRow &b) {
        return a.page != b.page && a.standard == b.standard && keys == a.standard;
    };
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (i != except && !isShared(row(i), row(except))
            && row(i).keys.compare(keys, Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

bool ShortcutTable::leavesTyping(int index, const QString &keys) const
{
    if (keys.isEmpty() || keys.compare(row(index).standard, Qt::CaseInsensitive) == 0)
        return true;
    if (keys.contains(u"Ctrl+"_s) || keys.contains(u"Meta+"_s))
        return true;
    // Alt+F4 and its like are the desktop's.
    static const QRegularExpression functionKey(u"^(Shift\\+)?F[0-9]{1,2}$"_s);
    return functionKey.match(keys).hasMatch();
}

bool ShortcutTable::assign(int index, const QString &keys)
{
    if (ownerOf(keys, index) || !leavesTyping(index, keys))
        return false;
    put(index, keys);
    return true;
}

bool ShortcutTable::reset(int index)
{
    return assign(index, row(index).standard);
}

void ShortcutTable::resetAll()
{
    for (int i = 0; i < int(m_rows.size()); ++i)
        put(i, row(i).standard);
}

void ShortcutTable::put(int index, const QString &keys)
{
    ShortcutRow &row = m_rows[size_t(index)];
    if (row.keys == keys)
        return;
    row.keys = keys;
    emit dataChanged(this->index(index, 0), this->index(index, ColumnCount - 1));
    emit keysChanged(row.id, keys);
}

int ShortcutTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShortcutTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ShortcutTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const ShortcutRow &shown = row(index.row());
    switch (index.column()) {
    case Command: return shown.title;
    case Menu: return shown.menu;
    case Keys: return m_words.keys(shown.keys);
    default: return {};
    }
}

QVariant ShortcutTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_words.headers.value(section);
}

} // namespace film::app
