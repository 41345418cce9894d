#include "app/ui/widgets/figures_strip.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace film::app {

namespace {

constexpr int figuresStripHeight = 66;

} // namespace

FiguresStrip::FiguresStrip(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
{
    setKind(this, "panel");
    setMinimumHeight(figuresStripHeight);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
}

FiguresStrip::Cell FiguresStrip::makeCell()
{
    Cell cell{new QWidget(this), new QBoxLayout(QBoxLayout::LeftToRight), nullptr, nullptr,
              nullptr};
    cell.caption = makeLabel({}, TextRole::Secondary, "secondary", cell.box);
    cell.value = makeLabel({}, TextRole::Title, "title", cell.box);
    cell.detail = makeLabel({}, TextRole::Secondary, "secondary", cell.box);
    cell.figure->setSpacing(6);
    cell.figure->addWidget(cell.value, 0, Qt::AlignBottom);
    cell.figure->addWidget(cell.detail, 1, Qt::AlignBottom);
    cell.detail->setContentsMargins(0, 0, 0, 3);
    auto *layout = new QVBoxLayout(cell.box);
    layout->setContentsMargins(metrics::pageMargin, 8, 8, 8);
    layout->setSpacing(0);
    layout->addWidget(cell.caption);
    layout->addLayout(cell.figure);
    if (!m_cells.empty())
        m_layout->addWidget(makeLine(Qt::Vertical, this));
    m_layout->addWidget(cell.box, 1);
    return cell;
}

void FiguresStrip::setFigures(const std::vector<StripFigure> &figures)
{
    while (m_cells.size() < figures.size())
        m_cells.push_back(makeCell());
    for (size_t i = 0; i < figures.size(); ++i) {
        const StripFigure &figure = figures[i];
        m_cells[i].figure->setDirection(m_isStacked ? QBoxLayout::TopToBottom
                                                    : QBoxLayout::LeftToRight);
        m_cells[i].figure->setSpacing(m_isStacked ? 0 : 6);
        m_cells[i].caption->setText(figure.caption);
        m_cells[i].value->setText(figure.value);
        m_cells[i].detail->setText(figure.detail);
        setKind(m_cells[i].value, figure.isWarning ? "warnText" : "title");
        m_cells[i].value->setAccessibleName(
            QStringLiteral("%1: %2 %3").arg(figure.caption, figure.value, figure.detail));
    }
}

void FiguresStrip::setStacked(bool isStacked)
{
    m_isStacked = isStacked;
    for (const Cell &cell : m_cells) {
        cell.figure->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        cell.figure->setSpacing(isStacked ? 0 : 6);
    }
}

} // namespace film::app
