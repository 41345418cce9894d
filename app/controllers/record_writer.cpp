#include "app/controllers/record_writer.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <ranges>
#include <utility>

namespace film::app {

// Pushed when it has been saved, so the first redo() is history already.
class RecordCommand final : public QUndoCommand
{
public:
    RecordCommand(RecordWriter &writer, RecordWriter::Write write)
        : QUndoCommand(write.name)
        , m_writer(&writer)
        , m_write(std::move(write))
    {}

    // The last comes first: a person goes before their department does.
    void undo() override
    {
        RecordWriter::Write back = m_write;
        std::ranges::reverse(back.edits);
        for (RecordEdit &edit : back.edits)
            std::swap(edit.before, edit.after);
        if (m_writer)
            m_writer->rewrite(back, RecordWriter::Kind::Undone);
    }

    void redo() override
    {
        if (!std::exchange(m_isNew, false) && m_writer)
            m_writer->rewrite(m_write, RecordWriter::Kind::Redone);
    }

private:
    QPointer<RecordWriter> m_writer; // the stack may outlive it
    RecordWriter::Write m_write;
    bool m_isNew = true;
};

RecordWriter::RecordWriter(OfficeStore &store, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_undo(undo)
{}

bool RecordWriter::write(Write write)
{
    std::erase_if(write.edits, [](const RecordEdit &edit) { return edit.before == edit.after; });
    if (write.edits.empty())
        return false;
    send(write, Kind::New);
    return true;
}

void RecordWriter::rewrite(const Write &write, Kind kind)
{
    if (!m_isReturning)
        send(write, kind);
}

void RecordWriter::send(const Write &write, Kind kind)
{
    m_store.editRecords(write.edits, write.reason, write.input)
        .then(this, [this, write, kind](const Result<> &done) {
            if (!done) {
                if (kind != Kind::New)
                    putBackMark(kind);
                emit failed(done.error());
                return;
            }
            if (kind == Kind::New) {
                m_undo.push(new RecordCommand(*this, write));
                emit saved(write.said);
            } else {
                kind == Kind::Undone ? emit takenBack(write.name) : emit doneAgain(write.name);
            }
            emit recordsWritten();
        });
}

// The stack believes that an undo has happened which has not. Later, because the stack may be
// in the middle of it.
void RecordWriter::putBackMark(Kind failed)
{
    const auto putBack = [this, failed] {
        m_isReturning = true;
        failed == Kind::Undone ? m_undo.redo() : m_undo.undo();
        m_isReturning = false;
    };
    QMetaObject::invokeMethod(this, putBack, Qt::QueuedConnection);
}

} // namespace film::app
