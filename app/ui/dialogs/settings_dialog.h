#pragma once

#include "app/models/notices.h"
#include "app/models/shortcut_table.h"
#include "app/ui/theme/density.h"
#include "app/ui/theme/theme.h"
#include "shared/domain/time_format.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;

namespace film::app {

class NoticeSettingsPage;
class PinSettings;

// What the dialog shows when it opens.
struct ShownSettings {
    QString language; // of two letters; empty: the system's
    Notation notation = Notation::Tenths;
    SchemePreference scheme = SchemePreference::System;
    Density density = Density::Close;
    QString dataFolder;
    NoticeSettings notices{};
    bool hasTray = false;
};

// Ctrl+,: every change counts at once, but the language when the dialog closes; there is nothing
// to apply.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const ShownSettings &settings, ShortcutTable &shortcuts,
                   QWidget *parent = nullptr);

    [[nodiscard]] PinSettings *pin() const { return m_pin; }
    [[nodiscard]] NoticeSettingsPage *notices() const { return m_notices; }

signals:
    // When the dialog closes: the window is built again in it.
    void languageChosen(const QString &language);
    void notationChosen(film::Notation notation);
    void schemeChosen(film::app::SchemePreference scheme);
    void densityChosen(film::app::Density density);
    void noticesChosen(const film::app::NoticeSettings &notices);
    void folderRequested();

private:
    [[nodiscard]] QWidget *makeGeneral(const ShownSettings &settings);
    [[nodiscard]] QWidget *makeShortcuts();
    [[nodiscard]] QWidget *makeData(const ShownSettings &settings);
    [[nodiscard]] QComboBox *addChoice(QWidget *page, const QString &caption, const char *name,
                                       const QList<std::pair<QString, QVariant>> &choices,
                                       const QVariant &current);
    void showRow();
    void assign();
    void clearRow();
    void resetRow();
    void resetAll();
    void say(const QString &text, const char *kind);
    [[nodiscard]] int row() const;

    ShortcutTable &m_shortcuts;
    NoticeSettingsPage *m_notices = nullptr;
    PinSettings *m_pin = nullptr;
    QTableView *m_table = nullptr;
    QKeySequenceEdit *m_keys = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_reset = nullptr;
    QLabel *m_said = nullptr;
};

[[nodiscard]] ShortcutTable::Words shortcutWords();

} // namespace film::app
