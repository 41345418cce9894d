#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace film::app {

// A command whose keys a person can change. Keys are texts as QKeySequence writes them portably.
struct ShortcutRow {
    QString id; // stays the same in every language
    QString title;
    QString menu;
    QString standard; // as the app comes
    QString keys;     // as they are now; empty for none
    QString page{};   // the only one where it counts; empty: the whole window

    friend bool operator==(const ShortcutRow &, const ShortcutRow &) = default;
};

// The keys of all commands, and which of them collide. GUI thread.
class ShortcutTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Command, Menu, Keys, ColumnCount };
    struct Words {
        QStringList headers;
        std::function<QString(const QString &)> keys; // as the system writes them
    };

    explicit ShortcutTable(Words words, QObject *parent = nullptr);

    void setRows(std::vector<ShortcutRow> rows);
    [[nodiscard]] const ShortcutRow &row(int index) const { return m_rows[size_t(index)]; }
    // Keys that a person chose before, by the id of the command: without a signal, and without
    // those that another command has now.
    void applyKept(const std::map<QString, QString> &kept);
    // Who has the keys already: no two commands get the same, whatever page they belong to, so
    // that a key means one thing. Only commands of different pages that come with the same keys
    // share them. Nothing for empty keys.
    [[nodiscard]] std::optional<int> ownerOf(const QString &keys, int except) const;
    // Whether a text can still be typed with them: a plain letter, Enter or Alt and a letter would
    // be taken from it. The command's own first keys were chosen for it.
    [[nodiscard]] bool leavesTyping(int index, const QString &keys) const;
    // False, and nothing changed, where another command has them or typing needs them.
    bool assign(int index, const QString &keys);
    // To the app's own. Another command may have got them meanwhile: false then.
    bool reset(int index);
    void resetAll();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    void keysChanged(const QString &id, const QString &keys);

private:
    void put(int index, const QString &keys);

    Words m_words;
    std::vector<ShortcutRow> m_rows;
};

} // namespace film::app
