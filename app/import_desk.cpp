#include "app/import_desk.h"

#include "app/ui/dialogs/crew_import_dialog.h"
#include "app/ui/error_text.h"
#include "shared/domain/import/xlsx_reader.h"
#include "shared/domain/records.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

const QString templatesSetting = u"importTemplates/"_s;
constexpr int notUsed = -1;

} // namespace

ImportDesk::ImportDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

void ImportDesk::addCommands()
{
    MainWindow &window = m_parts.window;
    QAction *crew = window.addCommand(MainWindow::MenuId::File, tr("Import &crew list…"), {});
    crew->setObjectName(u"importCrew"_s);
    connect(crew, &QAction::triggered, this, &ImportDesk::chooseCrewList);
    QAction *sheets = window.addCommand(MainWindow::MenuId::File, tr("Import ca&ll sheets…"), {});
    sheets->setObjectName(u"importCallSheets"_s);
    connect(sheets, &QAction::triggered, this, &ImportDesk::chooseCallSheets);
}

QFileDialog *ImportDesk::makeFileDialog(const QString &title, const QString &name)
{
    auto *dialog = new QFileDialog(&m_parts.window, title, QDir::homePath(),
                                   tr("Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)"));
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void ImportDesk::chooseCrewList()
{
    QFileDialog *dialog = makeFileDialog(tr("Import crew list"), u"crewFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDesk::readCrewList);
    dialog->open();
}

void ImportDesk::readCrewList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_parts.window.showMessage(tr("%1 cannot be read. Nothing was added.").arg(path));
    readCrewBytes(file.read(csvBytesMax + 1)); // one more says that it is too large
}

void ImportDesk::pasteCrewList(const QString &text)
{
    if (text.trimmed().isEmpty())
        return m_parts.window.showMessage(tr("There is no text to paste. Copy the rows first."));
    readCrewBytes(text.toUtf8());
}

void ImportDesk::readCrewBytes(const QByteArray &bytes)
{
    const auto table = readTable(bytes);
    if (!table)
        return m_parts.window.showMessage(tr("That is no table of people. Nothing was added."));
    m_parts.store.loadPeople().then(this, [this, table](const Result<PeopleSnapshot> &crew) {
        if (crew)
            previewCrewList(*table, *crew);
        else
            m_parts.window.showMessage(ErrorText::forUser(crew.error().code));
    });
}

void ImportDesk::previewCrewList(const CsvTable &table, const PeopleSnapshot &crew)
{
    const QString key = CrewImportDraft::templateKey(table);
    auto *dialog = new CrewImportDialog(CrewImportDraft(table, crew, rememberedAs(key)),
                                        m_parts.theme, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CrewImportDialog::addRequested, this,
            [this, key](const CrewImportDraft &draft) { addCrew(key, draft); });
    dialog->open();
}

void ImportDesk::addCrew(const QString &key, const CrewImportDraft &draft)
{
    remember(key, draft.answers());
    const CrewImportDraft::Counts counts = draft.counts();
    RecordWriter::Write write;
    write.edits = draft.edits();
    write.name = tr("crew list of %n people", nullptr, counts.added + counts.changed);
    write.said = tr("The list of %n people was added. Ctrl+Z to undo.", nullptr,
                    counts.added + counts.changed);
    write.input = protocol::InputMethod::Import;
    if (!m_parts.writer.write(write))
        m_parts.window.showMessage(
            tr("Everybody on that list was here already. Nothing was changed."));
}

std::optional<ImportTemplate> ImportDesk::rememberedAs(const QString &key) const
{
    const QVariantList meanings =
        m_parts.settings.value(templatesSetting + key + u"/meanings"_s).toList();
    if (meanings.isEmpty())
        return std::nullopt;
    ImportTemplate known;
    for (const QVariant &meaning : meanings) {
        const int number = meaning.toInt();
        const bool isUsed = number >= 0 && number < crewColumnCount;
        known.meanings.push_back(isUsed ? std::optional(CrewColumn(number)) : std::nullopt);
    }
    const int dates = m_parts.settings.value(templatesSetting + key + u"/dates"_s, notUsed).toInt();
    if (dates == int(DateOrder::DayFirst) || dates == int(DateOrder::MonthFirst))
        known.dateOrder = DateOrder(dates);
    const int decimals =
        m_parts.settings.value(templatesSetting + key + u"/decimals"_s, notUsed).toInt();
    if (decimals == int(DecimalSign::Point) || decimals == int(DecimalSign::Comma))
        known.decimalSign = DecimalSign(decimals);
    return known;
}

void ImportDesk::remember(const QString &key, const ImportTemplate &answers)
{
    QVariantList meanings;
    for (const std::optional<CrewColumn> &meaning : answers.meanings)
        meanings.append(meaning ? int(*meaning) : notUsed);
    m_parts.settings.setValue(templatesSetting + key + u"/meanings"_s, meanings);
    m_parts.settings.setValue(templatesSetting + key + u"/dates"_s,
                              answers.dateOrder ? int(*answers.dateOrder) : notUsed);
    m_parts.settings.setValue(templatesSetting + key + u"/decimals"_s,
                              answers.decimalSign ? int(*answers.decimalSign) : notUsed);
}

void ImportDesk::chooseCallSheets()
{
    QFileDialog *dialog = makeFileDialog(tr("Import call sheets"), u"callSheetFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDesk::readCallSheets);
    dialog->open();
}

void ImportDesk::readCallSheets(const QStringList &paths)
{
    std::vector<NamedBytes> files;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return m_parts.window.showMessage(
                tr("%1 cannot be read. Nothing was added.").arg(path));
        files.push_back({QFileInfo(path).fileName(), file.read(csvBytesMax + 1)});
    }
    m_parts.store.loadPeople().then(this, [this, files](const Result<PeopleSnapshot> &crew) {
        if (crew)
            previewCallSheets(files, *crew);
        else
            m_parts.window.showMessage(ErrorText::forUser(crew.error().code));
    });
}

void ImportDesk::previewCallSheets(const std::vector<NamedBytes> &files, const PeopleSnapshot &crew)
{
    const CrewList known{crew.units, crew.departments, crew.people, {}};
    CallSheetOptions options;
    options.zone = crew.production.zone;
    options.importReadyRowsOnly = true; // the rest is shown, with what is wrong with it
    std::vector<CallSheetFile> sheets;
    for (const NamedBytes &file : files) {
        auto import = importCallSheet(file.bytes, known, options);
        if (!import)
            return m_parts.window.showMessage(
                tr("%1 is no call sheet. Nothing was added.").arg(file.name));
        sheets.push_back({file.name, std::move(*import), file.bytes});
    }
    auto *dialog = new CallSheetImportDialog(std::move(sheets), known, options, m_parts.words,
                                             m_parts.theme, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CallSheetImportDialog::addRequested, this,
            [this, crew](const std::vector<ShootingDay> &days) { addCallSheets(crew, days); });
    dialog->open();
}

// What is published already is read once more: an import takes the place of what is there now.
void ImportDesk::addCallSheets(const PeopleSnapshot &crew, const std::vector<ShootingDay> &days)
{
    if (days.empty())
        return;
    const auto [first, last] = std::ranges::minmax(days, {}, &ShootingDay::date);
    m_parts.store.loadSheets(first.date, last.date)
        .then(this, [this, crew, days](const Result<std::vector<ShootingDay>> &known) {
            if (known)
                writeCallSheets(crew, days, *known);
            else
                m_parts.window.showMessage(ErrorText::forUser(known.error().code));
        });
}

void ImportDesk::writeCallSheets(const PeopleSnapshot &crew, const std::vector<ShootingDay> &days,
                                 const std::vector<ShootingDay> &known)
{
    RecordWriter::Write write;
    for (const ShootingDay &day : days) {
        const auto before = std::ranges::find_if(known, [&](const ShootingDay &sheet) {
            return sheet.date == day.date && sheet.unit == day.unit;
        });
        const EntityId id = shootingDayId(crew.production.id, day.date, day.unit);
        // Of two files about one day the last counts.
        std::erase_if(write.edits, [id](const RecordEdit &edit) { return edit.id == id; });
        write.edits.push_back({EntityType::ShootingDay, id,
                               before == known.end() ? GroupMap() : toGroups(*before),
                               toGroups(day)});
    }
    const int count = int(days.size());
    write.name = tr("%n call sheets", nullptr, count);
    write.said = tr("%n call sheets were added. Ctrl+Z to undo.", nullptr, count);
    write.input = protocol::InputMethod::Import;
    if (!m_parts.writer.write(write))
        m_parts.window.showMessage(tr("Those call sheets were here already. Nothing was changed."));
}

} // namespace film::app
