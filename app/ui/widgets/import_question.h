#pragma once

#include <QFrame>

#include <array>

class QLabel;
class QRadioButton;

namespace film::app {

// What a file leaves open, with the two ways to read it. The answer stays to be seen and can be
// changed.
class ImportQuestion final : public QFrame
{
    Q_OBJECT
public:
    ImportQuestion(const QString &first, const QString &second, QWidget *parent = nullptr);

    void ask(const QString &question);
    void setAnswer(int answer); // 0 or 1; nobody is told
    [[nodiscard]] QRadioButton *choice(int answer) const { return m_choices[size_t(answer)]; }

signals:
    void answered(int answer);

private:
    QLabel *m_question;
    std::array<QRadioButton *, 2> m_choices;
};

} // namespace film::app
