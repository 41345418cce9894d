#include "app/dashboard_desk.h"

#include "app/ui/dialogs/budget_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QUndoCommand>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

const QString amountSetting = u"perShootDay"_s;
const QString currencySetting = u"currency"_s;
const QString overtimeSetting = u"overtimePerWeek"_s;

class BudgetCommand final : public QUndoCommand
{
public:
    BudgetCommand(const QString &name, Budget before, Budget after,
                  std::function<void(const Budget &)> set)
        : QUndoCommand(name)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_set(std::move(set))
    {}

    void undo() override { m_set(m_before); }
    void redo() override { m_set(m_after); }

private:
    Budget m_before;
    Budget m_after;
    std::function<void(const Budget &)> m_set;
};

} // namespace

DashboardDesk::DashboardDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_settings(parts.settings)
    , m_undo(parts.undo)
    , m_window(parts.window)
    , m_group(u"budget/"_s + parts.production.toString() + u'/')
    , m_controller(parts.figures)
    , m_page(new DashboardPage(m_controller, parts.theme))
{
    m_page->setHandsOverPay(parts.handsOverPay);
    m_controller.setBudget(readBudget());
    addDashboard(m_window, m_page);
    connect(m_page, &DashboardPage::departmentChosen, this, &DashboardDesk::departmentChosen);
    connect(m_page, &DashboardPage::budgetRequested, this, &DashboardDesk::askForBudget);
    connect(m_page, &DashboardPage::csvRequested, this, &DashboardDesk::saveCsv);
    connect(m_page, &DashboardPage::reloadRequested, this, &DashboardDesk::reloadRequested);
}

Budget DashboardDesk::readBudget() const
{
    Budget budget;
    const qint64 amount = m_settings.value(m_group + amountSetting).toLongLong();
    const auto currency = currencyFromCode(m_settings.value(m_group + currencySetting).toString());
    if (amount > 0 && currency)
        budget.perShootDay = Money(amount, *currency);
    const int overtime = m_settings.value(m_group + overtimeSetting).toInt();
    if (overtime > 0)
        budget.overtimePerWeek = Minutes(overtime);
    return budget;
}

void DashboardDesk::setBudget(const Budget &budget)
{
    const std::optional<Money> &perDay = budget.perShootDay;
    m_settings.setValue(m_group + amountSetting, perDay ? perDay->minorUnits() : 0);
    m_settings.setValue(m_group + currencySetting,
                        perDay ? currencyCode(perDay->currency()) : QString());
    m_settings.setValue(m_group + overtimeSetting,
                        budget.overtimePerWeek ? budget.overtimePerWeek->count() : 0);
    m_controller.setBudget(budget);
}

void DashboardDesk::askForBudget(Currency currency)
{
    auto *dialog = new BudgetDialog(m_controller.budget(), currency, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BudgetDialog::chosen, this, &DashboardDesk::changeBudget);
    dialog->open();
}

void DashboardDesk::changeBudget(const Budget &budget)
{
    if (budget == m_controller.budget())
        return;
    m_undo.push(new BudgetCommand(tr("budget"), m_controller.budget(), budget,
                                  [this](const Budget &set) { setBudget(set); }));
    m_window.showMessage(tr("The budget was changed. Ctrl+Z to undo."));
}

void DashboardDesk::saveCsv(const QString &text)
{
    auto *dialog =
        new QFileDialog(&m_window, tr("Save the figures"), QDir::homePath(), tr("Tables (*.csv)"));
    dialog->setObjectName(u"figuresFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, text](const QString &path) { writeCsv(path, text); });
    dialog->open();
}

void DashboardDesk::writeCsv(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
    m_window.showMessage(isSaved ? tr("The figures were saved as %1.").arg(path)
                                 : tr("%1 could not be written. Nothing was saved.").arg(path));
}

} // namespace film::app
