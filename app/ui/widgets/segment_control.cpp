#include "app/ui/widgets/segment_control.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace film::app {

SegmentControl::SegmentControl(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    m_group->setExclusive(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentControl::chosen);
}

QToolButton *SegmentControl::addSegment(int id, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedHeight(metrics::controlHeight);
    m_group->addButton(button, id);
    m_layout->addWidget(button);
    if (m_group->buttons().size() == 1)
        button->setChecked(true);
    roundTheEnds();
    return button;
}

int SegmentControl::current() const
{
    return m_group->checkedId();
}

void SegmentControl::setCurrent(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
}

void SegmentControl::roundTheEnds()
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        const char *edge = button == buttons.first() ? "first"
            : button == buttons.last()               ? "last"
                                                     : "none";
        button->setProperty("edge", QString::fromLatin1(edge));
        setKind(button, "segment");
    }
}

} // namespace film::app
