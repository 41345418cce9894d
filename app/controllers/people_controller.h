#pragma once

#include "app/controllers/people_edits.h"
#include "app/controllers/record_writer.h"
#include "app/models/people_model.h"

#include <QObject>

namespace film::app {

// The decisions about the crew list. It is read while its page is shown. GUI thread.
class PeopleController final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        OfficeStore &store;
        PeopleModel &people;
        RecordWriter &writer;
    };
    explicit PeopleController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const PeopleSnapshot &crew() const { return m_people.snapshot(); }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    // What Undo names, and what is said once it is saved.
    struct Words {
        QString name;
        QString said;
    };
    // True if there was anything to save.
    bool save(const PersonDraft &draft, const Words &words);
    // The last day that somebody is on the production; not valid: they are back.
    bool end(PersonId person, QDate last, const Words &words);

public slots:
    void setShown(bool isShown);
    void reload();

signals:
    void loaded();
    void loadFailed(const film::Error &error);

private:
    OfficeStore &m_store;
    PeopleModel &m_people;
    RecordWriter &m_writer;
    bool m_isShown = false;
    bool m_isLoaded = false;
    int m_asked = 0; // the last question's answer counts
};

} // namespace film::app
