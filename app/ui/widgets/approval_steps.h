#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace film::app {

class Theme;

// The way of a card: person, department, production, payroll; what was passed and where it stands.
class ApprovalSteps final : public QWidget
{
    Q_OBJECT
public:
    enum class State { Done, Current, Ahead };
    struct Step {
        QString title;
        QString detail;
        State state = State::Ahead;
    };

    explicit ApprovalSteps(const Theme &theme, QWidget *parent = nullptr);

    void setSteps(QList<Step> steps);
    [[nodiscard]] QSize sizeHint() const override { return {480, 32}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<Step> m_steps;
};

} // namespace film::app
