#pragma once

#include "app/ui/widgets/choice_row.h"

#include <QWidget>

class QShortcut;

namespace film::app {

class NoticePanel;

// A question about what was typed into a cell, with its two answers. Esc leaves it unanswered,
// which leaves everything as it was. The keys work while the focus is inside `scope`.
class QuestionPanel final : public QWidget
{
    Q_OBJECT
public:
    QuestionPanel(const Theme &theme, QWidget &scope, QWidget *parent = nullptr);

    void ask(const QString &headline, const QStringList &lines, const QString &first,
             const QString &second);
    void withdraw();
    // Between the question and its answers; shown and hidden with them by whoever gives it.
    void setPart(QWidget *part);
    [[nodiscard]] QString text() const;
    [[nodiscard]] ChoiceRow *choices() const { return m_choices; }

signals:
    void answered(int index);
    void dropped();

private:
    NoticePanel *m_notice;
    ChoiceRow *m_choices;
    QShortcut *m_escape;
};

} // namespace film::app
