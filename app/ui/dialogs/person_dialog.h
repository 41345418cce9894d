#pragma once

#include "app/controllers/people_edits.h"
#include "app/models/person_form.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace film::app {

class Theme;

// Somebody of the crew and, for who may see it, their deal. What cannot be read is marked and said
// and nothing is saved; Esc leaves everything as it was.
class PersonDialog final : public QDialog
{
    Q_OBJECT
public:
    // A null person is somebody new. `shelf`: the agreements that can be chosen; may be null.
    PersonDialog(const PeopleSnapshot &crew, PersonId person, const rules::PackShelf *shelf,
                 const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *field(PersonField field) const { return m_fields[size_t(field)]; }
    [[nodiscard]] QString problemText() const;

signals:
    void saveRequested(const film::app::PersonDraft &draft);

private:
    void addFields(QFormLayout &form, const std::vector<PersonField> &fields);
    [[nodiscard]] QWidget *makeField(PersonField field);
    [[nodiscard]] QWidget *makeChoice(PersonField field);
    [[nodiscard]] QStringList choicesOf(PersonField field) const;
    [[nodiscard]] QString textOf(PersonField field) const;
    [[nodiscard]] PersonReading reading() const;
    void offerFurtherDeal();
    void submit();
    void mark(const std::vector<PersonProblem> &problems);

    const PeopleSnapshot m_crew;
    const PersonId m_person;
    const rules::PackShelf *m_shelf;
    PersonTexts m_texts; // as the dialog opened
    std::array<QWidget *, personFieldCount> m_fields{};
    QCheckBox *m_additionalHour = nullptr;
    QCheckBox *m_isFurtherDeal = nullptr; // only where there is a deal
    QLabel *m_problem;
};

} // namespace film::app
