#include "app/ui/dialogs/offsets_dialog.h"

#include "app/models/crew_snapshot.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize offsetsDialogSize(480, 460);
constexpr int offsetFieldWidth = 90;

} // namespace

OffsetsDialog::OffsetsDialog(const std::vector<CrewDepartment> &departments,
                             const DepartmentOffsets &offsets, const CrewWordsText &words,
                             QWidget *parent)
    : QDialog(parent)
    , m_problem(makeLabel({}, TextRole::Secondary, "warnText", this))
{
    setObjectName(u"offsetsDialog"_s);
    setWindowTitle(tr("Department offsets"));
    resize(offsetsDialogSize);
    QLabel *about = makeLabel(tr("A department that is called ahead of the unit, or wraps later. "
                                 "Counted when times are entered from the bar or from the call "
                                 "sheet; a call that the sheet gives them stays as it is."),
                              TextRole::Body, "secondary", this);
    about->setWordWrap(true);

    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setColumnStretch(0, 1);
    grid->setHorizontalSpacing(12);
    grid->addWidget(makeLabel(tr("Department"), TextRole::Secondary, "secondary", content), 0, 0);
    grid->addWidget(makeLabel(tr("Pre-call, h"), TextRole::Secondary, "secondary", content), 0, 1);
    grid->addWidget(makeLabel(tr("Wrap later, h"), TextRole::Secondary, "secondary", content), 0,
                    2);
    for (const CrewDepartment &department : departments) {
        const auto found = offsets.find(department.id);
        const DepartmentOffset offset = found == offsets.end() ? DepartmentOffset() : found->second;
        const Row row{department.id,
                      makeField(offset.before, tr("Pre-call of %1").arg(department.name), words),
                      makeField(offset.after, tr("Later wrap of %1").arg(department.name), words)};
        const int line = int(m_rows.size()) + 1;
        grid->addWidget(new QLabel(department.name, content), line, 0);
        grid->addWidget(row.before, line, 1);
        grid->addWidget(row.after, line, 2);
        m_rows.push_back(row);
    }
    grid->setRowStretch(int(m_rows.size()) + 1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use these"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(u"useOffsets"_s);
    setKind(m_use, "primary");
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const auto read = typed()) {
            emit chosen(*read);
            accept();
        }
    });
    check();
}

QLineEdit *OffsetsDialog::makeField(Minutes value, const QString &name, const CrewWordsText &words)
{
    QString text;
    if (value.count() < 0)
        text = u'-' + words.hours(-value);
    else if (value.count() > 0)
        text = words.hours(value);
    auto *field = new QLineEdit(text, this);
    field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field->setFixedWidth(offsetFieldWidth);
    field->setPlaceholderText(words.hours(Minutes(0)));
    field->setAccessibleName(name);
    connect(field, &QLineEdit::textChanged, this, &OffsetsDialog::check);
    return field;
}

std::optional<DepartmentOffsets> OffsetsDialog::typed() const
{
    DepartmentOffsets offsets;
    for (const Row &row : m_rows) {
        const auto before = readOffset(row.before->text());
        const auto after = readOffset(row.after->text());
        if (!before || !after || before->count() < 0)
            return std::nullopt;
        const DepartmentOffset offset{*before, *after};
        if (!offset.isNone())
            offsets[row.department] = offset;
    }
    return offsets;
}

void OffsetsDialog::check()
{
    if (!m_use) // not built yet
        return;
    const bool isRead = typed().has_value();
    m_use->setEnabled(isRead);
    m_problem->setText(isRead ? QString()
                              : tr("A length looks like 0.5 or 0:30, up to 12 hours. A wrap may "
                                   "be earlier: -0.5."));
}

} // namespace film::app
