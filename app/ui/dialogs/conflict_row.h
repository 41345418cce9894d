#pragma once

#include "app/controllers/conflict_controller.h"

#include <QObject>

class QButtonGroup;
class QGridLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace film::app {

class CrewWordsText;

// One part of the day that differs, in the table of a conflict: a radio button for each side, and
// what will be saved, which can be typed over. To be destroyed before the table it stands in.
class ConflictRow final : public QObject
{
    Q_OBJECT
public:
    ConflictRow(ConflictController &controller, const CrewWordsText &words, DayPart part,
                QWidget *table);

    // The cells, in the order of the columns.
    void addTo(QGridLayout &grid, int row, int column) const;
    [[nodiscard]] DayPart part() const { return m_part; }
    [[nodiscard]] QString resultText() const;
    void refresh();
    void focusSide(); // the chosen one
    void focusResult();

signals:
    void moved(int rows, bool isInResult); // Up and Down

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QRadioButton *makeRadio(Side side, QWidget *table);
    [[nodiscard]] QWidget *makeResult(QWidget *table);
    [[nodiscard]] bool handleSideKey(const QKeyEvent &event);
    [[nodiscard]] bool handleResultKey(const QKeyEvent &event);
    void chooseByKey(Side side);
    void startTyping(const QString &text);
    void showSides();
    void showResult();
    void showEcho(const QString &text, const char *kind);

    ConflictController &m_controller;
    const CrewWordsText &m_words;
    DayPart m_part;
    QRadioButton *m_mine;
    QRadioButton *m_theirs;
    QButtonGroup *m_group;
    QLabel *m_value = nullptr;   // of a part that cannot be typed
    QLineEdit *m_line = nullptr; // of one that can
    QLabel *m_echo = nullptr;
    QWidget *m_result;
};

} // namespace film::app
