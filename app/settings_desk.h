#pragma once

#include "app/models/notices.h"
#include "app/models/shortcut_table.h"
#include "app/ui/main_window.h"
#include "app/ui/theme/density.h"

#include <QSettings>

#include <map>

namespace film::app {

class SettingsDialog;
class Theme;

// Ctrl+, over the window: shows what is chosen, keeps what changes among the settings of this
// computer, and gives the commands the keys that a person wants. GUI thread.
class SettingsDesk final : public QObject
{
    Q_OBJECT
public:
    SettingsDesk(QSettings &settings, MainWindow &window, Theme &theme, QObject *parent = nullptr);

    // Read before there is a window: of two letters, empty for the system's.
    [[nodiscard]] static QString chosenLanguage(const QString &dataDir);
    // Once all commands are in the menus.
    void applyShortcuts();
    [[nodiscard]] Density density() const;
    [[nodiscard]] NoticeSettings notices() const;

    [[nodiscard]] QString language() const; // that was chosen, as above

public slots:
    void open();
    void chooseLanguage(const QString &language);

signals:
    void opened(film::app::SettingsDialog *dialog); // to be filled by whoever knows more
    void languageChanged();
    void notationChosen(film::Notation notation);
    void densityChosen(film::app::Density density);
    void noticesChosen(const film::app::NoticeSettings &notices);

private:
    struct Command {
        QAction *action = nullptr; // the window's
        QList<QKeySequence> standard;
    };

    void readCommands();
    void setKeys(const QString &id, const QString &keys);
    static bool give(const Command &command, const QString &keys);
    void chooseNotices(const NoticeSettings &notices);
    void chooseDensity(Density density);
    [[nodiscard]] QString dataFolder() const;

    QSettings &m_settings;
    MainWindow &m_window;
    Theme &m_theme;
    ShortcutTable m_shortcuts;
    std::map<QString, Command> m_commands; // by the id of their row
};

} // namespace film::app
