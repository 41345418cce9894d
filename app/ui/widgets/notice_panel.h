#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace film::app {

class KeyHintButton;
class Theme;

// Something to look at, inside the page: icon, one bold line, a few plain ones, and at most one
// button. It never blocks what stands under it.
class NoticePanel : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning, Problem, Confirmed };

    explicit NoticePanel(const Theme &theme, QWidget *parent = nullptr);

    void say(Tone tone, const QString &iconName, const QString &headline,
             const QStringList &lines = {});
    // No button when `text` is empty.
    void setAction(const QString &text, const QString &hint = {}, const QString &below = {});
    [[nodiscard]] KeyHintButton *button() const { return m_button; }
    // Everything it says, as a screen reader and a test see it.
    [[nodiscard]] QString text() const;

signals:
    void actionRequested();

private:
    void recolor();

    const Theme &m_theme;
    QString m_iconName;
    Tone m_tone = Tone::Warning;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_lines;
    KeyHintButton *m_button;
    QLabel *m_below;
};

} // namespace film::app
