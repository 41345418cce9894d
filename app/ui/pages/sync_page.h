#pragma once

#include "app/models/outbox_model.h"
#include "app/models/sync_state.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QTableView;

namespace film::app {

class KeyHintButton;
class NoticePanel;
class Theme;

// What was changed on this computer and how far each change has come, and what needs a person.
class SyncPage final : public QWidget
{
    Q_OBJECT
public:
    SyncPage(OutboxModel &outbox, const Theme &theme, QWidget *parent = nullptr);

public slots:
    void setSyncState(const film::app::SyncState &state);
    void setZone(const QTimeZone &zone);
    void setProduction(const QString &title);

signals:
    void syncRequested();
    void conflictsRequested();
    void removalAccepted();
    void joinRequested(); // to sign in again, or to join after starting alone

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QWidget *makeState();
    [[nodiscard]] QWidget *makeTable();
    void describe();
    void describeAttention();
    void describeSignIn();

    OutboxModel &m_outbox;
    const Theme &m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    SyncState m_state;
    QLabel *m_production = nullptr;
    QLabel *m_stateIcon = nullptr;
    QLabel *m_stateText = nullptr;
    QLabel *m_stateMessage = nullptr;
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
};

} // namespace film::app
