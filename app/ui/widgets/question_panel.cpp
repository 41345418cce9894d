#include "app/ui/widgets/question_panel.h"

#include "app/ui/widgets/notice_panel.h"

#include <QAccessible>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

QuestionPanel::QuestionPanel(const Theme &theme, QWidget &scope, QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticePanel(theme, this))
    , m_choices(new ChoiceRow(theme, scope, this))
    , m_escape(new QShortcut(Qt::Key_Escape, &scope))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addWidget(m_choices);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_choices, &ChoiceRow::chosen, this, &QuestionPanel::answered);
    connect(m_escape, &QShortcut::activated, this, &QuestionPanel::dropped);
    withdraw();
}

void QuestionPanel::ask(const QString &headline, const QStringList &lines, const QString &first,
                        const QString &second)
{
    m_notice->say(NoticePanel::Tone::Warning, u"clock"_s, headline, lines);
    m_choices->offer(first, second);
    m_escape->setEnabled(true);
    show();
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void QuestionPanel::withdraw()
{
    m_choices->withdraw();
    m_escape->setEnabled(false);
    hide();
}

void QuestionPanel::setPart(QWidget *part)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, part);
}

QString QuestionPanel::text() const
{
    return m_notice->text();
}

} // namespace film::app
