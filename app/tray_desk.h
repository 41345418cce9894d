#pragma once

#include "app/controllers/submission_controller.h"
#include "app/controllers/week_controller.h"
#include "app/models/notices.h"
#include "app/models/pay_desk.h"
#include "app/ui/main_window.h"
#include "app/ui/tray_window.h"

#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace film::app {

class Theme;

// The small window of today and the icon in the system's tray that opens it. Where there is no
// tray, the menu and its shortcut open it all the same. GUI thread.
class TrayDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        WeekStore &store;
        const Clock &clock;
        QUndoStack &undo;
        PayDesk &pay;
        MainWindow &window;
        const Theme &theme;
        PersonId person;
    };
    explicit TrayDesk(const Parts &parts, QObject *parent = nullptr);
    ~TrayDesk() override;

    [[nodiscard]] TrayWindow &trayWindow();
    [[nodiscard]] bool hasIcon() const { return m_icon.isVisible(); }
    // What the icon says when it is pointed at.
    [[nodiscard]] QString toolTip() const;

public slots:
    void show();
    void reload();
    void setNotation(film::Notation notation);
    void setSyncState(const film::app::SyncState &state);
    void setNotices(const film::app::NoticeSettings &settings);
    void setSubmission(const film::app::Submission &submission);

signals:
    void told(const QString &text); // beside the icon
    void versionsRequested(QDate date);

private:
    void addIcon();
    void openMain();
    void place();
    void showToolTip();
    void tell(const QString &text);
    void tellLimit();
    [[nodiscard]] Minutes clockTime() const;

    Parts m_parts;
    Notation m_notation = Notation::Tenths;
    SyncState m_sync;
    NoticeKeeper m_keeper;
    std::unique_ptr<WeekController> m_controller; // from the first look on
    std::unique_ptr<TrayWindow> m_tray;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace film::app
