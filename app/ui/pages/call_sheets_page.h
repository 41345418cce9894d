#pragma once

#include "app/controllers/call_sheet_controller.h"
#include "app/ui/sheet_words_text.h"

#include <QSet>
#include <QWidget>

#include <array>

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTreeView;

namespace film::app {

class KeyHintButton;
class MainWindow;
class NoticePanel;
class Theme;

inline constexpr const char *callSheetsPageId = "call-sheets";

// The plan of each shooting day: the unit's times, and who comes earlier or later. It becomes a
// draft while it is typed, and everybody's plan when it is published.
class CallSheetsPage final : public QWidget
{
    Q_OBJECT
public:
    struct Parts {
        CallSheetController &controller;
        SheetDaysModel &days;
        CallsModel &calls;
        const SheetWordsText &words;
    };
    CallSheetsPage(const Parts &parts, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QListView *days() const { return m_days; }
    [[nodiscard]] QTreeView *calls() const { return m_calls; }
    [[nodiscard]] QWidget *field(SheetField field) const { return m_fields[size_t(field)]; }
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }
    [[nodiscard]] QString noticeText() const;
    [[nodiscard]] QString problemText() const;
    [[nodiscard]] QString detailText() const;

public slots:
    void editCurrentCall();
    // The times are written anew.
    void refreshWords();

signals:
    void messageChanged(const QString &message);
    void importRequested();

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeSheet();
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QLayout *makeFields();
    void addField(QGridLayout &grid, SheetField field, int row, int column);
    void makeCommands();
    [[nodiscard]] QAction *makeCommand(const QString &text, const QKeySequence &keys,
                                       void (CallSheetsPage::*slot)());
    [[nodiscard]] QString stepName() const;
    [[nodiscard]] QString textOf(const ShootingDay &sheet, SheetField field) const;

    void showSheet();
    void showFields();
    void showNotice();
    void updateCommands();
    void showFailure(const Error &error);
    void openNewDepartments();
    void leaveDay();
    bool takeField(SheetField field); // false if it could not be read
    void takeCall(const CallOwner &owner, const QString &text);
    void say(const QString &problem, QWidget *field);
    void chooseDay();
    void startFromDayBefore();
    void startEmpty();
    void publish();
    void discard();
    void callWithTheOthers();
    void toggleAllDepartments();
    void doNotice();

    Parts m_parts;
    const Theme &m_theme;
    QList<QAction *> m_commands;
    QAction *m_fromDayBefore = nullptr;
    QAction *m_empty = nullptr;
    QAction *m_publish = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_editCall = nullptr;
    QAction *m_withOthers = nullptr;
    QListView *m_days = nullptr;
    QPushButton *m_import = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_detail = nullptr;
    KeyHintButton *m_publishButton = nullptr;
    QPushButton *m_discardButton = nullptr;
    QWidget *m_form = nullptr;
    std::array<QWidget *, sheetFieldCount> m_fields{};
    QLabel *m_problem = nullptr;
    QLabel *m_readOnly = nullptr;
    NoticePanel *m_notice = nullptr;
    NoticePanel *m_start = nullptr; // of a day without a sheet
    QPushButton *m_startEmpty = nullptr;
    QTreeView *m_calls = nullptr;
    std::optional<Error> m_failure;
    SheetKey m_shown;
    QSet<DepartmentId> m_listed; // departments of the sheet that were opened once
};

// Into the navigation and the menus of the window.
void addCallSheets(MainWindow &window, CallSheetsPage *page, CallSheetController &controller);

} // namespace film::app
