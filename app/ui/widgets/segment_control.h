#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace film::app {

// A row of buttons of which one is on: "13.5 | 13:30". One stop of the Tab key; the arrow keys
// move inside.
class SegmentControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentControl(const QString &accessibleName, QWidget *parent = nullptr);

    QToolButton *addSegment(int id, const QString &text);
    [[nodiscard]] int current() const;

public slots:
    // Says nothing when the segment is on already.
    void setCurrent(int id);

signals:
    // Only when a person chose it.
    void chosen(int id);

private:
    void roundTheEnds();

    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace film::app
