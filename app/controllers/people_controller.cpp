#include "app/controllers/people_controller.h"

namespace film::app {

PeopleController::PeopleController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_people(parts.people)
    , m_writer(parts.writer)
{
    connect(&m_writer, &RecordWriter::recordsWritten, this, &PeopleController::reload);
}

void PeopleController::setShown(bool isShown)
{
    m_isShown = isShown;
    reload();
}

void PeopleController::reload()
{
    if (!m_isShown)
        return;
    const int question = ++m_asked;
    m_store.loadPeople().then(this, [this, question](Result<PeopleSnapshot> crew) {
        if (question != m_asked)
            return;
        if (!crew) {
            emit loadFailed(crew.error()); // the last good list stays
            return;
        }
        m_isLoaded = true;
        m_people.setSnapshot(*std::move(crew));
        emit loaded();
    });
}

bool PeopleController::save(const PersonDraft &draft, const Words &words)
{
    return m_writer.write({editsFor(crew(), draft), words.name, words.said});
}

bool PeopleController::end(PersonId person, QDate last, const Words &words)
{
    return m_writer.write({editsToEnd(crew(), person, last), words.name, words.said});
}

} // namespace film::app
