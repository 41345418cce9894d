#include "app/ui/pages/crew_grid_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <set>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

const QString gridBlockFormat = u"application/x-filmtracker-days"_s;

} // namespace

void copyCells(const CrewRefs &refs, const CrewController &controller, const CrewModel &crew)
{
    std::set<int> days;
    const std::set<CrewRef> chosen(refs.begin(), refs.end());
    std::vector<PersonId> people; // in the order they are shown
    for (const CrewRef &ref : refs) {
        days.insert(ref.day);
        if (people.empty() || people.back() != ref.person)
            people.push_back(ref.person);
    }
    QStringList heading{
        crew.headerData(CrewModel::Name, Qt::Horizontal, Qt::DisplayRole).toString()};
    for (const int day : days)
        heading += crew.headerData(CrewModel::FirstDay + day, Qt::Horizontal, Qt::DisplayRole)
                       .toString()
                       .section(u'\n', 0, 0);
    QStringList block;
    QStringList table{heading.join(u'\t')};
    for (const PersonId person : people) {
        QStringList cells;
        for (const int day : days) {
            const CrewRef ref{person, day};
            cells += chosen.contains(ref) ? controller.editText(ref) : QString();
        }
        block += cells.join(u'\t');
        table += crew.person(person)->name + u'\t' + block.back();
    }
    auto *data = new QMimeData;
    data->setText(people.size() > 1 ? table.join(u'\n') : block.join(u'\n'));
    data->setData(gridBlockFormat, block.join(u'\n').toUtf8());
    QApplication::clipboard()->setMimeData(data);
}

CopiedBlock copiedBlock()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (!data)
        return {};
    if (data->hasFormat(gridBlockFormat))
        return {QString::fromUtf8(data->data(gridBlockFormat)), true};
    return {data->text(), false};
}

} // namespace film::app
