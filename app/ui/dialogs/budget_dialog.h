#pragma once

#include "app/models/dashboard_model.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace film::app {

// What the dashboard holds costs against: asked for in whole numbers, kept on this computer.
class BudgetDialog final : public QDialog
{
    Q_OBJECT
public:
    BudgetDialog(const Budget &budget, Currency currency, QWidget *parent = nullptr);

signals:
    void chosen(const film::app::Budget &budget);

private:
    [[nodiscard]] QLineEdit *addField(const QString &caption, const QString &name,
                                      const QString &text);
    // Nothing when it could not be read; an empty field is a value.
    [[nodiscard]] std::optional<std::optional<qint64>> read(QLineEdit *field) const;
    void submit();

    Currency m_currency;
    QLineEdit *m_perDay = nullptr;
    QLineEdit *m_overtime = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace film::app
