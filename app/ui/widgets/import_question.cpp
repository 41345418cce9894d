#include "app/ui/widgets/import_question.h"

#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>

namespace film::app {

ImportQuestion::ImportQuestion(const QString &first, const QString &second, QWidget *parent)
    : QFrame(parent)
    , m_question(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_choices{new QRadioButton(first, this), new QRadioButton(second, this)}
{
    setKind(this, "warn");
    m_question->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_question);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (size_t i = 0; i < m_choices.size(); ++i) {
        row->addWidget(m_choices[i]);
        connect(m_choices[i], &QRadioButton::clicked, this, [this, i] { emit answered(int(i)); });
    }
    row->addStretch();
    layout->addLayout(row);
}

void ImportQuestion::ask(const QString &question)
{
    m_question->setText(question);
    setAccessibleName(question);
    for (QRadioButton *choice : m_choices)
        choice->setAccessibleDescription(question);
}

void ImportQuestion::setAnswer(int answer)
{
    m_choices[size_t(answer)]->setChecked(true);
}

} // namespace film::app
