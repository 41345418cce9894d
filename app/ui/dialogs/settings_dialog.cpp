#include "app/ui/dialogs/settings_dialog.h"

#include "app/ui/dialogs/notice_settings.h"
#include "app/ui/dialogs/pin_settings.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize settingsDialogSize(620, 520);

QString portable(const QKeySequence &keys)
{
    // One chord: a second one would make the first wait.
    return keys.isEmpty() ? QString() : QKeySequence(keys[0]).toString(QKeySequence::PortableText);
}

} // namespace

SettingsDialog::SettingsDialog(const ShownSettings &settings, ShortcutTable &shortcuts,
                               QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    resize(settingsDialogSize);
    auto *tabs = new QTabWidget(this);
    tabs->setAccessibleName(windowTitle());
    tabs->addTab(makeGeneral(settings), tr("&General"));
    tabs->addTab(makeShortcuts(), tr("&Shortcuts"));
    m_notices = new NoticeSettingsPage(settings.notices, settings.hasTray, this);
    connect(m_notices, &NoticeSettingsPage::chosen, this, &SettingsDialog::noticesChosen);
    tabs->addTab(m_notices, tr("&Notifications"));
    m_pin = new PinSettings(this);
    tabs->addTab(m_pin, tr("S&igning"));
    tabs->addTab(makeData(settings), tr("&Data"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for the fields
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QComboBox *SettingsDialog::addChoice(QWidget *page, const QString &caption, const char *name,
                                     const QList<std::pair<QString, QVariant>> &choices,
                                     const QVariant &current)
{
    auto *label = new QLabel(caption, page);
    auto *box = new QComboBox(page);
    box->setObjectName(QString::fromLatin1(name));
    QString plain = caption;
    box->setAccessibleName(plain.remove(u'&'));
    label->setBuddy(box);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(box->findData(current), 0));
    page->layout()->addWidget(label);
    page->layout()->addWidget(box);
    return box;
}

QWidget *SettingsDialog::makeGeneral(const ShownSettings &settings)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(6);
    QList<std::pair<QString, QVariant>> known{{tr("As the system"), QString()}};
    for (const auto &[name, letters] : languages())
        known.append({name, letters});
    QComboBox *language =
        addChoice(page, tr("&Language"), "settingsLanguage", known, settings.language);
    QLabel *when = makeLabel(tr("Changes when you close this. Save what you are typing first."),
                             TextRole::Secondary, "secondary", page);
    when->setWordWrap(true);
    layout->addWidget(when);
    layout->addSpacing(8);
    QComboBox *notation = addChoice(page, tr("&Hour format"), "settingsNotation",
                                    {{tr("13.5 (tenths)"), int(Notation::Tenths)},
                                     {tr("13:30 (hours and minutes)"), int(Notation::Clock)}},
                                    int(settings.notation));
    layout->addSpacing(8);
    QComboBox *scheme = addChoice(page, tr("&Colours"), "settingsScheme",
                                  {{tr("As the system"), int(SchemePreference::System)},
                                   {tr("Light"), int(SchemePreference::Light)},
                                   {tr("Dark"), int(SchemePreference::Dark)}},
                                  int(settings.scheme));
    layout->addSpacing(8);
    QComboBox *density =
        addChoice(page, tr("&Rows of the crew grid"), "settingsDensity",
                  {{tr("Close together"), int(Density::Close)}, {tr("Roomy"), int(Density::Roomy)}},
                  int(settings.density));
    layout->addStretch(1);
    connect(density, &QComboBox::activated, this,
            [this, density] { emit densityChosen(Density(density->currentData().toInt())); });
    // The keys pass over other languages on the way to one: only the last is meant.
    connect(this, &QDialog::finished, language, [this, language, before = settings.language] {
        if (language->currentData().toString() != before)
            emit languageChosen(language->currentData().toString());
    });
    connect(notation, &QComboBox::activated, this,
            [this, notation] { emit notationChosen(Notation(notation->currentData().toInt())); });
    connect(scheme, &QComboBox::activated, this,
            [this, scheme] { emit schemeChosen(SchemePreference(scheme->currentData().toInt())); });
    return page;
}

QWidget *SettingsDialog::makeShortcuts()
{
    auto *page = new QWidget(this);
    m_table = new QTableView(page);
    m_table->setModel(&m_shortcuts);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutTable::Command, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_keys = new QKeySequenceEdit(page);
    m_keys->setObjectName(u"settingsKeys"_s);
    m_keys->setAccessibleName(tr("New keys of the command"));
    auto *caption = new QLabel(tr("&New keys"), page);
    caption->setBuddy(m_keys);
    m_assign = new QPushButton(tr("&Use these keys"), page);
    m_assign->setObjectName(u"assignKeys"_s);
    m_reset = new QPushButton(tr("&Reset"), page);
    m_reset->setObjectName(u"resetKeys"_s);
    m_clear = new QPushButton(tr("N&o keys"), page);
    m_clear->setObjectName(u"clearKeys"_s);
    auto *all = new QPushButton(tr("Reset &all"), page);
    all->setObjectName(u"resetAllKeys"_s);
    for (QPushButton *button : {m_assign, m_clear, m_reset, all})
        button->setAutoDefault(false);
    m_said = makeLabel({}, TextRole::Body, "secondary", page);
    m_said->setObjectName(u"shortcutSaid"_s);
    m_said->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_clear);
    row->addWidget(m_reset);
    row->addWidget(all);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_said);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SettingsDialog::showRow);
    connect(m_assign, &QPushButton::clicked, this, &SettingsDialog::assign);
    connect(m_clear, &QPushButton::clicked, this, &SettingsDialog::clearRow);
    connect(m_reset, &QPushButton::clicked, this, &SettingsDialog::resetRow);
    connect(all, &QPushButton::clicked, this, &SettingsDialog::resetAll);
    m_table->selectRow(0);
    showRow();
    return page;
}

QWidget *SettingsDialog::makeData(const ShownSettings &settings)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(tr("Where your data is"), TextRole::Emphasis, "section", page));
    QLabel *folder = makeLabel(settings.dataFolder, TextRole::Body, "secondary", page);
    folder->setObjectName(u"dataFolder"_s);
    folder->setAccessibleName(tr("Folder: %1").arg(settings.dataFolder));
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    folder->setWordWrap(true);
    layout->addWidget(folder);
    QLabel *why = makeLabel(tr("Your days, what waits to be sent and these settings are in this "
                               "folder, on this computer only. Close Film Tracker before you copy "
                               "it. Do not change files in it."),
                            TextRole::Body, "secondary", page);
    why->setWordWrap(true);
    layout->addWidget(why);
    auto *open = new QPushButton(tr("&Open the folder"), page);
    open->setObjectName(u"openDataFolder"_s);
    open->setAutoDefault(false);
    layout->addWidget(open, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(open, &QPushButton::clicked, this, &SettingsDialog::folderRequested);
    return page;
}

int SettingsDialog::row() const
{
    return m_table->currentIndex().row();
}

void SettingsDialog::showRow()
{
    const bool isThere = row() >= 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_keys), static_cast<QWidget *>(m_assign),
                            static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_reset)})
        widget->setEnabled(isThere);
    if (isThere)
        m_keys->setKeySequence(QKeySequence::fromString(m_shortcuts.row(row()).keys));
}

void SettingsDialog::say(const QString &text, const char *kind)
{
    m_said->setText(text);
    setKind(m_said, kind);
}

void SettingsDialog::assign()
{
    const QString keys = portable(m_keys->keySequence());
    const ShortcutRow &chosen = m_shortcuts.row(row());
    if (const auto owner = m_shortcuts.ownerOf(keys, row()))
        return say(tr("%1 belongs to “%2” already. Nothing was changed. Give that command other "
                      "keys first.")
                       .arg(shortcutWords().keys(keys), m_shortcuts.row(*owner).title),
                   "warnText");
    if (!m_shortcuts.leavesTyping(row(), keys))
        return say(tr("%1 is needed for typing. Nothing was changed. Take Ctrl with it.")
                       .arg(shortcutWords().keys(keys)),
                   "warnText");
    m_shortcuts.assign(row(), keys);
    say(keys.isEmpty() ? tr("“%1” has no keys now.").arg(chosen.title)
                       : tr("“%1” is %2 now.").arg(chosen.title, shortcutWords().keys(keys)),
        "okText");
}

void SettingsDialog::clearRow()
{
    m_keys->clear();
    assign();
}

void SettingsDialog::resetRow()
{
    const ShortcutRow &chosen = m_shortcuts.row(row());
    if (!m_shortcuts.reset(row()))
        return say(tr("%1 belongs to “%2” now. Nothing was changed. Reset that command first, or "
                      "all.")
                       .arg(shortcutWords().keys(chosen.standard),
                            m_shortcuts.row(*m_shortcuts.ownerOf(chosen.standard, row())).title),
                   "warnText");
    showRow();
    say(tr("“%1” has its first keys again.").arg(chosen.title), "okText");
}

void SettingsDialog::resetAll()
{
    m_shortcuts.resetAll();
    showRow();
    say(tr("All commands have their first keys again."), "okText");
}

ShortcutTable::Words shortcutWords()
{
    return {{SettingsDialog::tr("Command"), SettingsDialog::tr("Menu"), SettingsDialog::tr("Keys")},
            [](const QString &keys) {
                return QKeySequence::fromString(keys, QKeySequence::PortableText)
                    .toString(QKeySequence::NativeText);
            }};
}

} // namespace film::app
