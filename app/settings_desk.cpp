#include "app/settings_desk.h"

#include "app/ui/dialogs/settings_dialog.h"
#include "app/ui/theme/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSystemTrayIcon>
#include <QUrl>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

const QString languageSetting = u"language"_s;
const QString densitySetting = u"density"_s;
const QString notationSettingKey = u"notation"_s; // as Application keeps it
const QString noticeSettings = u"notices/"_s;
const QString shortcutSettings = u"shortcuts/"_s;
constexpr int languageLetters = 2;

QString portableText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::PortableText);
}

// A slash would be a group in the settings file.
QString settingFor(const QString &id)
{
    QString key = id;
    return shortcutSettings + key.replace(u'/', u'_');
}

} // namespace

SettingsDesk::SettingsDesk(QSettings &settings, MainWindow &window, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_theme(theme)
    , m_shortcuts(shortcutWords())
{
    connect(&window, &MainWindow::settingsRequested, this, &SettingsDesk::open);
    connect(&m_shortcuts, &ShortcutTable::keysChanged, this, &SettingsDesk::setKeys);
}

QString SettingsDesk::chosenLanguage(const QString &dataDir)
{
    const QSettings settings(QDir(dataDir).filePath(u"settings.ini"_s), QSettings::IniFormat);
    const QString language = settings.value(languageSetting).toString();
    return language.size() == languageLetters ? language : QString();
}

// A command is known by its name, else by its page and the keys it comes with: they are the same
// in every language and for every role.
void SettingsDesk::readCommands()
{
    std::vector<ShortcutRow> rows;
    const QList<MainWindow::MenuCommand> commands = m_window.menuCommands();
    for (const MainWindow::MenuCommand &command : commands) {
        QAction *action = command.action;
        const auto known = std::ranges::find_if(
            m_commands, [action](const auto &entry) { return entry.second.action == action; });
        QString id = known != m_commands.end() ? known->first : action->objectName();
        if (id.isEmpty())
            id = portableText(action->shortcut());
        if (known == m_commands.end() && !id.isEmpty() && !command.page.isEmpty())
            id = command.page + u':' + id;
        if (id.isEmpty() || (known == m_commands.end() && m_commands.contains(id)))
            continue;
        if (known == m_commands.end())
            m_commands[id] = {action, action->shortcuts()};
        const QList<QKeySequence> &standard = m_commands[id].standard;
        rows.push_back({id, action->text().remove(u'&'), command.menu,
                        standard.isEmpty() ? QString() : portableText(standard.first()),
                        portableText(action->shortcut()), command.page});
    }
    m_shortcuts.setRows(std::move(rows));
}

void SettingsDesk::applyShortcuts()
{
    readCommands();
    std::map<QString, QString> kept;
    for (const auto &[id, command] : m_commands) {
        if (const QVariant keys = m_settings.value(settingFor(id)); keys.isValid())
            kept[id] = keys.toString();
    }
    m_shortcuts.applyKept(kept);
    for (int i = 0; i < m_shortcuts.rowCount(); ++i) {
        const ShortcutRow &row = m_shortcuts.row(i);
        if (kept.contains(row.id))
            give(m_commands[row.id], row.keys);
    }
}

void SettingsDesk::setKeys(const QString &id, const QString &keys)
{
    const auto found = m_commands.find(id);
    if (found == m_commands.end())
        return;
    if (give(found->second, keys))
        m_settings.remove(settingFor(id));
    else
        m_settings.setValue(settingFor(id), keys);
}

// Its first keys can be several. True if it has those now.
bool SettingsDesk::give(const Command &command, const QString &keys)
{
    const bool isStandard =
        keys == (command.standard.isEmpty() ? QString() : portableText(command.standard.first()));
    if (isStandard)
        command.action->setShortcuts(command.standard);
    else
        command.action->setShortcut(QKeySequence::fromString(keys, QKeySequence::PortableText));
    return isStandard;
}

QString SettingsDesk::dataFolder() const
{
    return QDir::toNativeSeparators(QFileInfo(m_settings.fileName()).absolutePath());
}

QString SettingsDesk::language() const
{
    return m_settings.value(languageSetting).toString();
}

void SettingsDesk::open()
{
    readCommands();
    ShownSettings shown;
    shown.language = language();
    shown.notation = static_cast<Notation>(m_settings.value(notationSettingKey, 0).toInt());
    shown.scheme = m_theme.preference();
    shown.density = density();
    shown.dataFolder = dataFolder();
    shown.notices = notices();
    shown.hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    auto *dialog = new SettingsDialog(shown, m_shortcuts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChosen, this, &SettingsDesk::chooseLanguage);
    connect(dialog, &SettingsDialog::notationChosen, this, &SettingsDesk::notationChosen);
    connect(dialog, &SettingsDialog::noticesChosen, this, &SettingsDesk::chooseNotices);
    connect(dialog, &SettingsDialog::densityChosen, this, &SettingsDesk::chooseDensity);
    connect(dialog, &SettingsDialog::schemeChosen, &m_theme, &Theme::setPreference);
    connect(dialog, &SettingsDialog::folderRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(dataFolder())); });
    emit opened(dialog);
    dialog->open();
}

NoticeSettings SettingsDesk::notices() const
{
    const auto is = [this](const QString &key) {
        return m_settings.value(noticeSettings + key, true).toBool();
    };
    const auto time = [this](const QString &key) {
        const int minutes = m_settings.value(noticeSettings + key, 0).toInt();
        return minutes >= 0 && minutes < wholeDay.count() ? Minutes(minutes) : Minutes(0);
    };
    return {is(u"deadlines"_s), is(u"conflicts"_s), is(u"sentBack"_s), time(u"quietFrom"_s),
            time(u"quietTo"_s)};
}

void SettingsDesk::chooseNotices(const NoticeSettings &notices)
{
    const auto keep = [this](const QString &key, const QVariant &value) {
        m_settings.setValue(noticeSettings + key, value);
    };
    keep(u"deadlines"_s, notices.deadlines);
    keep(u"conflicts"_s, notices.conflicts);
    keep(u"sentBack"_s, notices.sentBack);
    keep(u"quietFrom"_s, notices.quietFrom.count());
    keep(u"quietTo"_s, notices.quietTo.count());
    emit noticesChosen(notices);
}

Density SettingsDesk::density() const
{
    return m_settings.value(densitySetting).toInt() == int(Density::Roomy) ? Density::Roomy
                                                                           : Density::Close;
}

void SettingsDesk::chooseDensity(Density density)
{
    m_settings.setValue(densitySetting, int(density));
    emit densityChosen(density);
}

void SettingsDesk::chooseLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_settings.setValue(languageSetting, language);
    m_settings.sync(); // it is read by another object before this one goes
    emit languageChanged();
}

} // namespace film::app
