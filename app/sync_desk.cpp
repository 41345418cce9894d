#include "app/sync_desk.h"

#include "app/controllers/engine_record_stores.h"
#include "app/ui/dialogs/export_changes_dialog.h"
#include "app/ui/dialogs/import_changes_dialog.h"
#include "app/ui/error_text.h"
#include "app/ui/pages/sync_page.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

const QString changesSuffix = u"filmchanges"_s;

QString changesFilter()
{
    return SyncDesk::tr("Changes (*.%1)").arg(changesSuffix);
}

QString exportProblem(ErrorCode code)
{
    if (code == ErrorCode::NotFound)
        return SyncDesk::tr("Nothing waits any more: the server has everything. No file is "
                            "needed.");
    if (code == ErrorCode::Unauthenticated)
        return SyncDesk::tr("The key of this computer cannot be read, so nothing can be "
                            "signed. Unlock the key store of your system, start Film Tracker "
                            "again and try once more. Nothing is lost.");
    return ErrorText::forUser(code);
}

QString importProblem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreForeign:
        return SyncDesk::tr("That is no file of changes from Film Tracker. Nothing was "
                            "changed.");
    case ErrorCode::StoreNewer:
        return SyncDesk::tr("A newer version of Film Tracker wrote this file. Install that "
                            "version here, then import it again. Nothing was changed.");
    case ErrorCode::StoreCorrupt:
        return SyncDesk::tr("The file is cut short or damaged, so nothing was taken from it. "
                            "The changes are still on the computer that made it: export them "
                            "again.");
    case ErrorCode::LimitExceeded:
        return SyncDesk::tr("That file is larger than a file of changes can be. Nothing was "
                            "changed.");
    case ErrorCode::Unauthenticated:
        return SyncDesk::tr("That is not the passphrase of this file, or the file was changed "
                            "on its way. Nothing was taken from it.");
    case ErrorCode::InvalidInput:
        return SyncDesk::tr("These changes are of another production. Open that one, then "
                            "import them there. Nothing was changed.");
    default: return ErrorText::forUser(code);
    }
}

} // namespace

SyncDesk::SyncDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_engine(parts.engine)
    , m_window(parts.window)
    , m_page(parts.page)
    , m_outbox(parts.outbox)
    , m_words(parts.words)
    , m_theme(parts.theme)
{
    m_window.addPageCommands(MainWindow::MenuId::Production, u"sync"_s,
                             {parts.page.exportAction(), parts.page.importAction()});
    connect(&parts.page, &SyncPage::exportRequested, this, &SyncDesk::exportChanges);
    connect(&parts.page, &SyncPage::importRequested, this, &SyncDesk::importChanges);
    connect(&parts.page, &SyncPage::dayRequested, this, &SyncDesk::dayRequested);
    if (!parts.showsDevices)
        return;
    // It looks at the log, so only for who looks at the list.
    connect(&m_window, &MainWindow::pageChanged, this, [this](const QString &id) {
        if (id == u"sync")
            loadDevices();
    });
    connect(&m_engine, &Engine::recordsChanged, this, [this] {
        if (m_page.isVisible())
            loadDevices();
    });
}

void SyncDesk::loadDevices()
{
    film::app::loadDevices(m_engine).then(this,
                                          [this](const Result<std::vector<DeviceSeen>> &devices) {
                                              if (devices)
                                                  m_page.setDevices(*devices, m_words);
                                          });
}

void SyncDesk::exportChanges()
{
    if (m_export)
        return m_export->raise();
    m_export = new ExportChangesDialog(m_outbox.waiting(), m_theme, &m_window);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_export, &ExportChangesDialog::exportRequested, this, &SyncDesk::seal);
    m_export->open();
}

void SyncDesk::seal(const QString &passphrase)
{
    m_export->showProgress(tr("Sealing the changes."));
    m_engine.exportChanges(passphrase).then(this, [this](const Result<ExportedChanges> &exported) {
        if (!m_export)
            return;
        if (!exported)
            return m_export->showProblem(exportProblem(exported.error().code));
        m_export->accept();
        askWhere(*exported);
    });
}

void SyncDesk::askWhere(const ExportedChanges &exported)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export changes to a file"), QDir::homePath(),
                                   changesFilter());
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(changesSuffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, exported](const QString &path) { write(path, exported); });
    dialog->open();
}

void SyncDesk::write(const QString &path, const ExportedChanges &exported)
{
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly)
        && file.write(exported.file) == exported.file.size() && file.commit();
    if (!isSaved)
        return m_window.showMessage(tr("%1 could not be written. Nothing was exported; the "
                                       "changes are safe here.")
                                        .arg(path));
    const QString name = QFileInfo(path).fileName();
    const QString done =
        tr("%n changes are in %1. They stay here as well.", nullptr, exported.changes).arg(name);
    m_window.showMessage(exported.left == 0
                             ? done
                             : tr("%1 %n more did not fit: export again once these have arrived.",
                                  nullptr, exported.left)
                                   .arg(done));
}

void SyncDesk::importChanges()
{
    auto *dialog = new QFileDialog(&m_window, tr("Import changes from a file"), QDir::homePath(),
                                   changesFilter() + u";;"_s + tr("All files (*)"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SyncDesk::read);
    dialog->open();
}

void SyncDesk::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_window.showMessage(tr("%1 cannot be read. Nothing was changed.").arg(path));
    // One byte more than allowed says that it is too large, and not a byte more is read.
    const QByteArray bytes = file.read(sync::changesFileBytesMax + 1);
    delete m_import;
    m_import = new ImportChangesDialog(QFileInfo(path).fileName(), m_words, m_theme, &m_window);
    m_import->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_import, &ImportChangesDialog::openRequested, this,
            [this, bytes](const QString &passphrase) { open(bytes, passphrase); });
    m_import->open();
    if (const auto outside = sync::saltOfSealed(bytes); !outside)
        m_import->showProblem(importProblem(outside.error().code), false);
}

void SyncDesk::open(const QByteArray &file, const QString &passphrase)
{
    m_import->showProgress(tr("Opening the file."));
    m_engine.openChanges(file, passphrase).then(this, [this](const Result<OpenedChanges> &opened) {
        if (!m_import)
            return;
        if (opened)
            return show(*opened);
        const ErrorCode code = opened.error().code;
        m_import->showProblem(importProblem(code), code == ErrorCode::Unauthenticated);
    });
}

void SyncDesk::show(const OpenedChanges &opened)
{
    const CarriedChanges &seen = opened.seen;
    CarriedView view{seen.authorName, seen.madeAt, seen.isOwn, seen.toTake,
                     seen.known,      seen.left,   {}};
    for (const OutboxEntry &entry : seen.entries)
        view.changes.push_back(outboxChangeOf(entry, seen.authorName));
    m_import->showContent(std::move(view));
    connect(m_import, &ImportChangesDialog::takeRequested, this, [this, opened] { take(opened); });
}

void SyncDesk::take(const OpenedChanges &opened)
{
    m_import->showProgress(tr("Taking the changes in."));
    const QString reason =
        tr("From a file of %1, %2").arg(opened.seen.authorName, m_words.moment(opened.seen.madeAt));
    m_engine
        .runAndSend([file = opened.file, reason](Workspace &workspace) {
            return workspace.take(file, reason);
        })
        .then(this, [this](const Result<int> &count) {
            if (!count) {
                if (m_import)
                    m_import->showProblem(ErrorText::forUser(count.error().code), false);
                return;
            }
            if (m_import)
                m_import->accept();
            m_window.showMessage(tr("%n changes were taken in.", nullptr, *count));
            emit taken();
        });
}

} // namespace film::app
