#pragma once

#include "app/models/day_findings.h"
#include "shared/domain/day_line.h"

#include <QFrame>
#include <QLineEdit>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace film::app {

class CrewWordsText;

// What a text means for the cell, and why it could not be saved all the same.
struct CellReading {
    DayLineReading line;
    std::optional<DayFinding> refusal;
};

// A day typed as one line into a cell, with what was understood under it. The buttons appear
// only where the text has two readings.
class CellEditor final : public QLineEdit
{
    Q_OBJECT
public:
    using Reader = std::function<CellReading(const QString &)>;

    CellEditor(Reader reader, const CrewWordsText &words, QWidget *parent);
    ~CellEditor() override;

    void start(const QString &line);
    [[nodiscard]] QString startedWith() const { return m_started; }
    // Could be saved as it stands.
    [[nodiscard]] bool isReadable() const;
    [[nodiscard]] const DayLineReading &reading() const { return m_reading.line; }
    [[nodiscard]] QString echo() const;

signals:
    void choiceMade(int choice);

protected:
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void readAgain();
    void placeEcho();

    Reader m_reader;
    const CrewWordsText &m_words;
    CellReading m_reading;
    QString m_started;
    QPointer<QFrame>
        m_echo; // over the cells below; a sibling, because the editor is as small as a cell
    QLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace film::app
