#pragma once

#include "app/controllers/week_controller.h"
#include "app/models/week_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace film::app {

class AheadPanel;
class QuickEntryPanel;
class Theme;

// Today in a small window beside the system's tray, or wherever there is none: the quick line, and
// what is ahead. It has a controller of its own, so that it does not move what My week shows.
class TrayWindow final : public QWidget
{
    Q_OBJECT
public:
    // All outlive the window.
    TrayWindow(const Theme &theme, WeekController &controller, PayDesk &desk,
               QWidget *parent = nullptr);

    [[nodiscard]] QuickEntryPanel *entry() const { return m_entry; }
    // The next limit of today in one sentence; empty where none is ahead.
    [[nodiscard]] QString deadline() const { return m_deadline; }
    // The same as a value.
    [[nodiscard]] std::optional<DayFinding> nextLimit() const;
    [[nodiscard]] QString messageText() const;

public slots:
    // On today, with the caret in the line, whatever was shown before.
    void comeUp();
    void setNotation(film::Notation notation);
    void setSyncState(const film::app::SyncState &state);

signals:
    void openRequested(); // the whole program
    void versionsRequested(QDate date);
    void deadlineChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void showSnapshot(const WeekSnapshot &snapshot);
    void showAhead();
    void showMessage(const WeekMessage &message);

    const Theme &m_theme;
    WeekController &m_controller;
    WeekModel m_model;
    Notation m_notation = Notation::Tenths;
    QString m_deadline;
    QLabel *m_title;
    QLabel *m_syncIcon;
    QLabel *m_sync;
    QPushButton *m_open;
    QuickEntryPanel *m_entry;
    QLabel *m_message;
    AheadPanel *m_ahead;
};

} // namespace film::app
