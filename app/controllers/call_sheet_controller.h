#pragma once

#include "app/controllers/record_writer.h"
#include "app/models/calls_model.h"
#include "app/models/sheet_days_model.h"

#include <QObject>

class QUndoStack;

namespace film::app {

// A call sheet that is being made: as it was published when it was begun, if it was, and as it is
// to be.
struct SheetDraft {
    std::optional<ShootingDay> base{};
    ShootingDay sheet{};

    friend bool operator==(const SheetDraft &, const SheetDraft &) = default;
};

// Where drafts outlive the program: on this computer.
class SheetDrafts
{
public:
    virtual ~SheetDrafts() = default;
    [[nodiscard]] virtual std::optional<SheetDraft> find(const SheetKey &key) const = 0;
    virtual void keep(const SheetKey &key, const SheetDraft &draft) = 0;
    virtual void forget(const SheetKey &key) = 0;
};

// The decisions of the call sheets. What is typed becomes a draft; publishing writes it for
// everybody, whose planned times follow from it. GUI thread.
class CallSheetController final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        OfficeStore &store;
        RecordWriter &writer;
        SheetDrafts &drafts;
        SheetDaysModel &days;
        CallsModel &calls;
        QUndoStack &undo; // of the window
    };
    explicit CallSheetController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const PeopleSnapshot &crew() const { return m_crew; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const SheetKey &key() const { return m_key; }
    // What is shown: the draft, else what is published.
    [[nodiscard]] std::optional<ShootingDay> sheet() const;
    [[nodiscard]] SheetState state() const;
    [[nodiscard]] const ShootingDay *published() const;
    // The last published sheet of the unit before this day.
    [[nodiscard]] const ShootingDay *dayBefore() const;
    // Somebody else published another one after this draft was begun.
    [[nodiscard]] bool isOvertaken() const;

    // The name is what Undo calls it.
    void setType(DayType type, const QString &name);
    [[nodiscard]] SheetReading setField(SheetField field, const QString &text, const QString &name);
    [[nodiscard]] SheetReading setCall(const CallOwner &owner, const QString &text,
                                       const QString &name);
    void startFromDayBefore(const QString &name);
    void startEmpty(const QString &name);
    void discardDraft(const QString &name);
    // The draft counts from what is published by now: publishing it is meant to replace that.
    void keepMine();
    // True if there was anything to publish.
    bool publish(const QString &name, const QString &said);

public slots:
    void setShown(bool isShown);
    void reload();
    void showWeek(QDate first);
    void choose(const film::app::SheetKey &key);

signals:
    // Another day is about to be shown: what is being typed belongs to this one.
    void dayAboutToChange();
    void sheetChanged();
    void loadFailed(const film::Error &error);

private:
    friend class SheetDraftCommand;

    void take(PeopleSnapshot crew, std::vector<ShootingDay> sheets);
    void listDays();
    [[nodiscard]] std::vector<UnitId> unitsShown() const;
    [[nodiscard]] const ShootingDay *publishedOf(const SheetKey &key) const;
    void change(const std::optional<ShootingDay> &sheet, const QString &name);
    void setDraft(const SheetKey &key, const std::optional<SheetDraft> &draft);
    void showSheet();

    OfficeStore &m_store;
    RecordWriter &m_writer;
    SheetDrafts &m_drafts;
    SheetDaysModel &m_days;
    CallsModel &m_calls;
    QUndoStack &m_undo;
    PeopleSnapshot m_crew;
    std::vector<ShootingDay> m_sheets; // published: of the week and of those before it
    QDate m_week;
    SheetKey m_key;
    bool m_isShown = false;
    bool m_isLoaded = false;
    int m_asked = 0; // the last question's answer counts
};

} // namespace film::app
