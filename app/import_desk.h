#pragma once

#include "app/controllers/crew_import.h"
#include "app/controllers/record_writer.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/call_sheet_import_dialog.h"
#include "app/ui/main_window.h"

#include <QSettings>

class QFileDialog;

namespace film::app {

class Theme;

// A file that a person chose, with what it holds.
struct NamedBytes {
    QString name;
    QByteArray bytes;
};

// Crew lists and call sheets on their way into the production: files and pasted cells, what they
// would change, and then the change, which is one step of undo. What was answered about a list is
// remembered for the next one with the same headings. GUI thread.
class ImportDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        OfficeStore &store;
        RecordWriter &writer;
        MainWindow &window;
        const Theme &theme;
        QSettings &settings;
        const CrewWordsText &words;
    };
    explicit ImportDesk(const Parts &parts, QObject *parent = nullptr);

    void addCommands();

public slots:
    void chooseCrewList();
    void pasteCrewList(const QString &text);
    void chooseCallSheets();

private:
    [[nodiscard]] QFileDialog *makeFileDialog(const QString &title, const QString &name);
    void readCrewList(const QString &path);
    void readCrewBytes(const QByteArray &bytes);
    void previewCrewList(const CsvTable &table, const PeopleSnapshot &crew);
    void addCrew(const QString &key, const CrewImportDraft &draft);
    void readCallSheets(const QStringList &paths);
    void previewCallSheets(const std::vector<NamedBytes> &files, const PeopleSnapshot &crew);
    void addCallSheets(const PeopleSnapshot &crew, const std::vector<ShootingDay> &days);
    void writeCallSheets(const PeopleSnapshot &crew, const std::vector<ShootingDay> &days,
                         const std::vector<ShootingDay> &known);
    [[nodiscard]] std::optional<ImportTemplate> rememberedAs(const QString &key) const;
    void remember(const QString &key, const ImportTemplate &answers);

    Parts m_parts;
};

} // namespace film::app
