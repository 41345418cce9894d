#pragma once

#include "app/models/device_seen.h"
#include "app/models/outbox_model.h"
#include "app/models/sync_state.h"

#include <QDate>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QTableView;
class QTableWidget;

namespace film::app {

class KeyHintButton;
class NoticePanel;
class SyncPath;
class Theme;

// The way to the server, what was changed on this computer and how far each change has come, what
// needs a person, and who else was heard from.
class SyncPage final : public QWidget
{
    Q_OBJECT
public:
    SyncPage(OutboxModel &outbox, const Theme &theme, QWidget *parent = nullptr);

    // For a menu.
    [[nodiscard]] QAction *exportAction() const { return m_exportAction; }
    [[nodiscard]] QAction *importAction() const { return m_importAction; }
    // Nobody's: the list is not there.
    void setDevices(const std::vector<DeviceSeen> &devices, const CrewWords &words);

public slots:
    void setSyncState(const film::app::SyncState &state);
    void setZone(const QTimeZone &zone);
    void setProduction(const QString &title);

signals:
    void syncRequested();
    void conflictsRequested();
    void removalAccepted();
    void exportRequested();
    void importRequested();
    void dayRequested(QDate day); // that a refused change is about
    void joinRequested();         // to sign in again, or to join after starting alone

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QWidget *makeActionButton(QAction *action, const QString &icon,
                                            const QString &text);
    [[nodiscard]] QWidget *makePath();
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makeDevices();
    [[nodiscard]] QString nothingText() const;
    void describeCarrying(int waiting);
    void describe();
    void describeAttention();
    void describeSignIn();

    OutboxModel &m_outbox;
    const Theme &m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    SyncState m_state;
    QDate m_dayToOpen;
    QAction *m_exportAction;
    QAction *m_importAction;
    SyncPath *m_path;
    QLabel *m_production = nullptr;
    KeyHintButton *m_syncNow = nullptr;
    NoticePanel *m_signIn = nullptr;
    NoticePanel *m_attention = nullptr;
    NoticePanel *m_toReview = nullptr;
    NoticePanel *m_removal = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_safe = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_earlier = nullptr;
    QFrame *m_devicesPanel = nullptr;
    QTableWidget *m_devices = nullptr;
};

} // namespace film::app
