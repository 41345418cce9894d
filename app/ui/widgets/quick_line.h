#pragma once

#include <QLineEdit>

class QLabel;

namespace film::app {

class Theme;

// The field of the quick entry: says at its right end how far it understands, and leaves Ctrl+Z
// to the window while it is empty.
class QuickLine final : public QLineEdit
{
    Q_OBJECT
public:
    enum class Tone { Plain, Confirmed, Problem };

    explicit QuickLine(const Theme &theme, QWidget *parent = nullptr);

    void setState(const QString &text, Tone tone);
    [[nodiscard]] QString state() const;

signals:
    void dayStepRequested(int days);
    void leaveRequested();
    void helpRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeState();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_hint;
};

} // namespace film::app
