#pragma once

#include "app/controllers/office_store.h"

#include <QObject>

class QUndoStack;

namespace film::app {

// Writes records and puts what was written on the undo stack, as one step however many they are.
// The words come from whoever asks: what Undo names, and what is said once it is saved. GUI thread.
class RecordWriter final : public QObject
{
    Q_OBJECT
public:
    struct Write {
        std::vector<RecordEdit> edits{};
        QString name{};
        QString said{};
        QString reason{};
        protocol::InputMethod input = protocol::InputMethod::Manual;
    };

    // Both outlive the writer; of the stack's commands some may outlive both.
    RecordWriter(OfficeStore &store, QUndoStack &undo, QObject *parent = nullptr);

    // What changes nothing is left out; with nothing left it is false and nobody hears of it.
    bool write(Write write);

signals:
    void saved(const QString &said);
    void takenBack(const QString &name);
    void doneAgain(const QString &name);
    void failed(const film::Error &error);
    // After each of the first three: what is shown is not what is stored.
    void recordsWritten();

private:
    friend class RecordCommand;
    enum class Kind { New, Undone, Redone };

    void rewrite(const Write &write, Kind kind);
    void send(const Write &write, Kind kind);
    void putBackMark(Kind failed);

    OfficeStore &m_store;
    QUndoStack &m_undo;
    bool m_isReturning = false; // the stack is put back where it was after a failed write
};

} // namespace film::app
