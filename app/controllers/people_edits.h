#pragma once

#include "app/engine/engine_values.h"
#include "app/models/people_snapshot.h"

namespace film::app {

// Somebody of the crew as a form holds them: department and unit by name, since both may be new.
struct PersonDraft {
    PersonId id{}; // null: not on the list yet
    QString name{};
    QString department{};
    QString position{};
    QString unit{};
    std::optional<Deal> deal{}; // nothing: whoever drew it up sees no pay, or there is none
    bool isFurtherDeal = false; // beside the one that is there, which stays as it is

    friend bool operator==(const PersonDraft &, const PersonDraft &) = default;
};

[[nodiscard]] PersonDraft draftOf(const PeopleSnapshot &crew, PersonId person);

// Somebody else of the department has this name.
[[nodiscard]] bool isNameTaken(const PeopleSnapshot &crew, const PersonDraft &draft);

// What has to be written so that the list says the same as the draft, in an order in which each
// names only what is there. A deal that is not in the draft stays as it is.
[[nodiscard]] std::vector<RecordEdit> editsFor(const PeopleSnapshot &crew,
                                               const PersonDraft &draft);
// With this last day, or, not valid, without one.
[[nodiscard]] std::vector<RecordEdit> editsToEnd(const PeopleSnapshot &crew, PersonId person,
                                                 QDate last);

// All groups of the type, so that an emptied one is said as emptied.
[[nodiscard]] RecordEdit dealEdit(ProductionId production, const Deal *before, const Deal &after);

} // namespace film::app
