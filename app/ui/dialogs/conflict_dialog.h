#pragma once

#include "app/controllers/conflict_controller.h"

#include <QDialog>

#include <memory>

class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace film::app {

class ConflictRow;
class CrewWordsText;
class KeyHintButton;
class QuestionPanel;
class Theme;

// Two versions of a day side by side, and for each part of it the choice, or a value typed in
// their place. Several days that are selected are decided together, each for one version as a
// whole. Opened by a person with open(), never by itself; closing it decides nothing.
class ConflictDialog final : public QDialog
{
    Q_OBJECT
public:
    ConflictDialog(ConflictController &controller, const CrewWordsText &words, const Theme &theme,
                   QWidget *parent = nullptr);
    ~ConflictDialog() override;

    // What would be saved for a part, as the last column says it.
    [[nodiscard]] QString resultText(DayPart part) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeDecision();
    [[nodiscard]] QWidget *makeFoot();
    void recolor();
    void listConflicts();
    void markSelected();
    void showMass();
    void fillMassTable();
    void showCurrent();
    void fillTable(const DayConflict &conflict);
    void addHeader(QGridLayout &grid, const DayConflict &conflict);
    void addVersionHeader(QGridLayout &grid, int column, Side side);
    void addEqualRow(QGridLayout &grid, int row, const DayConflict &conflict, DayPart part);
    void addChoiceRow(QGridLayout &grid, int row, const DayConflict &conflict, DayPart part);
    void addHoursRow(QGridLayout &grid, int row, const DayConflict &conflict);
    void moveFrom(DayPart part, int rows, bool isInResult);
    void updateChoice();
    void showQuestion();
    void showFoot();
    void save();
    void sayFailure(const Error &error);
    [[nodiscard]] QString authorName(Side side) const;

    ConflictController &m_controller;
    const CrewWordsText &m_words;
    const Theme &m_theme;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_story = nullptr;
    QLabel *m_listTitle = nullptr;
    QListWidget *m_list = nullptr;
    QScrollArea *m_table = nullptr;
    std::vector<std::unique_ptr<ConflictRow>> m_rows;
    QLabel *m_hours = nullptr;
    QuestionPanel *m_question = nullptr;
    KeyHintButton *m_allMine = nullptr;
    KeyHintButton *m_allTheirs = nullptr;
    KeyHintButton *m_asCounting = nullptr; // of several days
    QLineEdit *m_message = nullptr;
    QLabel *m_foot = nullptr;
    KeyHintButton *m_save = nullptr;
};

} // namespace film::app
