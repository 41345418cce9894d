#pragma once

#include "app/models/week_snapshot.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace film::app {

// For whom the selected day was worked and who bears it: the account and episode of each unit's
// part, and a line for a further one. Gives away what was typed and shows what came of it.
class DayUnits final : public QWidget
{
    Q_OBJECT
public:
    explicit DayUnits(QWidget *parent = nullptr);

    void setDay(const WeekDay &day, const std::vector<Unit> &units);
    // Gives away what is typed.
    void commit();

signals:
    // Empty: the person did not work for it after all.
    void lineEdited(QDate date, film::UnitId unit, const QString &line);
    void codesEdited(QDate date, film::UnitId unit, const QString &account, const QString &episode);

private:
    // A field and what it showed last: what is being typed is not replaced by the same again.
    struct Field {
        QLineEdit *edit = nullptr;
        QString shown{};

        [[nodiscard]] bool isChanged() const;
        void show(const QString &text, bool isOther);
    };
    struct Part {
        UnitId unit;
        QWidget *box = nullptr;
        QLabel *name = nullptr;
        Field line{};
        Field account{};
        Field episode{};
        QPushButton *remove = nullptr;
    };

    void addPart();
    void showPart(Part &part, const WorkDay &record, bool isFirst, bool isOtherDay);
    void offerUnits(const WeekDay &day, const std::vector<Unit> &units, bool isOtherDay);
    void giveLine(Part &part);
    void giveCodes(Part &part);
    void addUnit();

    QDate m_date;
    std::vector<Unit> m_units;
    std::vector<std::unique_ptr<Part>> m_parts;
    QVBoxLayout *m_layout;
    QWidget *m_more; // a further unit
    QComboBox *m_unit;
    QLineEdit *m_line;
};

} // namespace film::app
