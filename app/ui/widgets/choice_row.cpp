#include "app/ui/widgets/choice_row.h"

#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

namespace film::app {

ChoiceRow::ChoiceRow(const Theme &theme, QWidget &scope, QWidget *parent)
    : QWidget(parent)
    , m_prompt(makeLabel(tr("Which one is it?"), TextRole::Body, "secondary", this))
    , m_buttons{new KeyHintButton(theme, KeyHintButton::Look::Plain, {}, this),
                new KeyHintButton(theme, KeyHintButton::Look::Plain, {}, this)}
    // Not the buttons' own shortcuts: two rows of one window would make the keys ambiguous.
    , m_keys{new QShortcut(Qt::ALT | Qt::Key_1, &scope), new QShortcut(Qt::ALT | Qt::Key_2, &scope)}
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_prompt);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        layout->addWidget(m_buttons[i]);
        m_buttons[i]->setHint(m_keys[i]->key().toString(QKeySequence::NativeText));
        m_keys[i]->setContext(Qt::WidgetWithChildrenShortcut);
        connect(m_keys[i], &QShortcut::activated, m_buttons[i], &QPushButton::click);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { emit chosen(int(i)); });
    }
    layout->addStretch();
    setOpen(false);
}

void ChoiceRow::offer(const QString &first, const QString &second)
{
    m_buttons[0]->setText(first);
    m_buttons[1]->setText(second);
    setOpen(true);
}

void ChoiceRow::withdraw()
{
    setOpen(false);
}

void ChoiceRow::setPrompt(const QString &prompt)
{
    m_prompt->setText(prompt);
    m_prompt->setVisible(!prompt.isEmpty());
}

void ChoiceRow::setOpen(bool isOpen)
{
    for (QShortcut *key : m_keys)
        key->setEnabled(isOpen);
    setVisible(isOpen);
}

} // namespace film::app
