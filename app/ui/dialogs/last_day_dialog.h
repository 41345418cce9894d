#pragma once

#include <QDate>
#include <QDialog>

class QDateEdit;

namespace film::app {

// When somebody leaves the production. Their times stay: nothing is deleted by it.
class LastDayDialog final : public QDialog
{
    Q_OBJECT
public:
    LastDayDialog(const QString &name, QDate suggested, QWidget *parent = nullptr);

    [[nodiscard]] QDateEdit *date() const { return m_date; }

signals:
    void chosen(QDate last);

private:
    QDateEdit *m_date;
};

} // namespace film::app
