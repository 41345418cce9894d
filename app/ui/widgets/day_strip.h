#pragma once

#include "app/models/week_model.h"
#include "app/ui/delegates/day_bar.h"
#include "app/ui/theme/tokens.h"

#include <QWidget>

namespace film::app {

class Theme;

// One day drawn to scale: what was worked, what is planned, and the moments that matter, each
// with its words above it.
class DayStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit DayStrip(const Theme &theme, QWidget *parent = nullptr);

    void setDay(const WeekRow &row, Notation notation);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Mark {
        Minutes at{0};
        QString text;
        Token token = Token::Text;
        bool isDashed = false;
    };
    [[nodiscard]] std::vector<Mark> marks() const;
    [[nodiscard]] DayScale scale() const;
    void paintAxis(QPainter &painter, const DayScale &scale) const;
    void paintMarks(QPainter &painter, const DayScale &scale) const;

    const Theme &m_theme;
    WeekRow m_row;
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app
