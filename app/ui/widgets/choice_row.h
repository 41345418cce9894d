#pragma once

#include <QWidget>

#include <array>

class QLabel;
class QShortcut;

namespace film::app {

class KeyHintButton;
class Theme;

// "Which one is it?" and two buttons, also reached by Alt+1 and Alt+2 while the focus is inside
// `scope`. Hidden until something is offered.
class ChoiceRow final : public QWidget
{
    Q_OBJECT
public:
    ChoiceRow(const Theme &theme, QWidget &scope, QWidget *parent = nullptr);

    void offer(const QString &first, const QString &second);
    void withdraw();
    // In front of the two; empty where they say it all.
    void setPrompt(const QString &prompt);
    [[nodiscard]] KeyHintButton *button(int index) const { return m_buttons[size_t(index)]; }

signals:
    void chosen(int index);

private:
    void setOpen(bool isOpen);

    QLabel *m_prompt;
    std::array<KeyHintButton *, 2> m_buttons;
    std::array<QShortcut *, 2> m_keys;
};

} // namespace film::app
