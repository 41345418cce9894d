#pragma once

#include "app/engine/engine.h"
#include "app/ui/main_window.h"

#include <QPointer>

namespace film::app {

class CrewWords;
class ExportChangesDialog;
class ImportChangesDialog;
class OutboxModel;
class SyncPage;
class Theme;

// What the Sync page asks for beside the sync itself: changes that go by hand, with the dialogs
// round the file and the file, and whose computers were heard from. GUI thread.
class SyncDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Engine &engine;
        MainWindow &window;
        SyncPage &page;
        const OutboxModel &outbox;
        const CrewWords &words;
        const Theme &theme;
        bool showsDevices = false; // for who sees everybody
    };
    explicit SyncDesk(const Parts &parts, QObject *parent = nullptr);

public slots:
    void exportChanges();
    void importChanges();

signals:
    void taken(); // changes came: what is shown is read again
    void dayRequested(QDate day);

private:
    void loadDevices();
    void seal(const QString &passphrase);
    void askWhere(const ExportedChanges &exported);
    void write(const QString &path, const ExportedChanges &exported);
    void read(const QString &path);
    void open(const QByteArray &file, const QString &passphrase);
    void show(const OpenedChanges &opened);
    void take(const OpenedChanges &opened);

    Engine &m_engine;
    MainWindow &m_window;
    SyncPage &m_page;
    const OutboxModel &m_outbox;
    const CrewWords &m_words;
    const Theme &m_theme;
    QPointer<ExportChangesDialog> m_export; // the window's
    QPointer<ImportChangesDialog> m_import; // likewise
};

} // namespace film::app
