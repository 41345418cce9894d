#include "app/ui/pages/people_page.h"

#include "app/ui/delegates/record_delegate.h"
#include "app/ui/dialogs/last_day_dialog.h"
#include "app/ui/dialogs/person_dialog.h"
#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QAction>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int peopleHeaderHeight = 48;
constexpr int filterWidth = 220;
constexpr std::array peopleWidths{210, 190, 80, 170, 150, 84, 92, 92};

} // namespace

PeoplePage::PeoplePage(PeopleController &controller, PeopleModel &people, Shelf shelf,
                       const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_people(people)
    , m_shelf(std::move(shelf))
    , m_theme(theme)
    , m_notice(new NoticePanel(theme, this))
    , m_list(makeRecordTree(theme, this))
{
    setObjectName(u"peoplePage"_s);
    m_list->setObjectName(u"peopleList"_s);
    m_list->setModel(&people);
    m_list->setItemDelegate(
        new RecordDelegate(theme, {PeopleModel::CountRole, PeopleModel::MutedRole, -1}, m_list));
    m_list->setAccessibleName(tr("People and their deals"));
    m_list->header()->setStretchLastSection(true);
    for (int column = 0; column < PeopleModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, peopleWidths[size_t(column)]);
    m_notice->setObjectName(u"peopleNotice"_s);
    m_readOnly = makeLabel(tr("Only the production office changes the crew list."),
                           TextRole::Secondary, "secondary", this);
    m_readOnly->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 8);
    m_readOnly->setWordWrap(true);

    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    notices->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHeader());
    layout->addLayout(makeFilters());
    layout->addWidget(m_readOnly);
    layout->addLayout(notices);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    layout->addStretch(); // where there is no list, the rest stays above
    makeCommands();

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PeoplePage::updateCommands);
    m_list->setExpandsOnDoubleClick(false); // a click does
    connect(m_list, &QTreeView::activated, this, &PeoplePage::editCurrent);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!m_people.personAt(index))
            m_list->setExpanded(index.siblingAtColumn(0),
                                !m_list->isExpanded(index.siblingAtColumn(0)));
    });
    connect(m_list, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_closed.insert(index.data().toString()); });
    connect(m_list, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_closed.remove(index.data().toString()); });
    connect(&people, &QAbstractItemModel::modelAboutToBeReset, this, &PeoplePage::rememberCurrent);
    connect(&people, &QAbstractItemModel::modelReset, this, &PeoplePage::showCrew);
    connect(&controller, &PeopleController::loaded, this, [this] {
        m_failure.reset();
        showNotice();
        updateCommands();
    });
    connect(&controller, &PeopleController::loadFailed, this, &PeoplePage::showFailure);
    connect(m_notice, &NoticePanel::actionRequested, this, [this] {
        if (m_failure)
            m_controller.reload();
        else if (!m_people.text().isEmpty())
            m_filter->clear();
        else
            emit importRequested();
    });
    setFocusProxy(m_list);
    showCrew();
}

QLayout *PeoplePage::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(8);
    QLabel *title = makeLabel(tr("People"), TextRole::Title, "title", this);
    title->setMinimumHeight(peopleHeaderHeight);
    m_subtitle = makeLabel({}, TextRole::Body, "secondary", this);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // goes first
    m_importButton = new QPushButton(m_theme.icon(u"download"_s), tr("Import…"), this);
    m_importButton->setObjectName(u"importPeople"_s);
    m_importButton->setToolTip(tr("Read a crew list from a file"));
    auto *addButton =
        new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Add a person…"), this);
    addButton->setObjectName(u"addPerson"_s);
    addButton->setIconName(u"plus"_s);
    addButton->setHint(tr("Ins"));
    m_addButton = addButton;
    row->addWidget(title);
    row->addWidget(m_subtitle, 1);
    row->addWidget(m_importButton);
    row->addWidget(m_addButton);
    connect(m_importButton, &QPushButton::clicked, this, &PeoplePage::importRequested);
    connect(m_addButton, &QPushButton::clicked, this, &PeoplePage::add);
    return row;
}

QLayout *PeoplePage::makeFilters()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 8);
    row->setSpacing(8);
    m_chips = new QButtonGroup(this);
    for (int id = 0; id < peopleFilterCount; ++id) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(u"peopleChip:%1"_s.arg(id));
        chip->setCheckable(true);
        chip->setChecked(id == 0);
        chip->setFixedHeight(metrics::controlHeight);
        chip->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setKind(chip, "chip");
        m_chips->addButton(chip, id);
        row->addWidget(chip);
    }
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"peopleFilter"_s);
    m_filter->setPlaceholderText(tr("Name, position or department"));
    m_filter->setAccessibleName(tr("Filter by name, position or department"));
    m_filter->setToolTip(tr("Filter (Ctrl+F)"));
    m_filter->addAction(m_theme.icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedHeight(metrics::controlHeight);
    m_filter->setMaximumWidth(filterWidth);
    row->addWidget(m_filter);
    row->addStretch(1);
    connect(m_chips, &QButtonGroup::idClicked, this,
            [this](int id) { m_people.setFilter(PeopleFilter(id)); });
    connect(m_filter, &QLineEdit::textChanged, &m_people, &PeopleModel::setText);
    return row;
}

QAction *PeoplePage::makeCommand(const QString &text, const QKeySequence &keys,
                                 void (PeoplePage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_commands += action;
    return action;
}

void PeoplePage::makeCommands()
{
    m_add = makeCommand(tr("&Add a person…"), Qt::Key_Insert, &PeoplePage::add);
    m_edit = makeCommand(tr("&Change person and deal…"), {}, &PeoplePage::editCurrent);
    m_end = makeCommand(tr("&Leaves the production…"), Qt::Key_Delete, &PeoplePage::askForLastDay);
    m_bringBack = makeCommand(tr("&Bring back"), {}, &PeoplePage::bringBack);
    static_cast<void>(
        makeCommand(tr("&Filter the crew list"), Qt::CTRL | Qt::Key_F, &PeoplePage::focusFilter));
    static_cast<void>(makeCommand(tr("&Open or close all departments of the list"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                                  &PeoplePage::toggleAllDepartments));
}

std::optional<PersonId> PeoplePage::currentPerson() const
{
    return m_people.personAt(m_list->currentIndex());
}

QString PeoplePage::noticeText() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

QString PeoplePage::subtitle() const
{
    return m_subtitle->text();
}

void PeoplePage::rememberCurrent()
{
    if (const auto current = currentPerson())
        m_current = current;
}

void PeoplePage::showCrew()
{
    for (int row = 0; row < m_people.rowCount(); ++row) {
        const QModelIndex department = m_people.index(row, 0);
        const bool isOpen =
            !m_people.text().isEmpty() || !m_closed.contains(department.data().toString());
        const QSignalBlocker blocker(m_list); // a filter that opens one is not the person
        m_list->setExpanded(department, isOpen);
    }
    QModelIndex current = m_current ? m_people.indexOf(*m_current) : QModelIndex();
    if (!current.isValid() && m_people.rowCount() > 0)
        current = m_people.index(0, 0, m_people.index(0, 0));
    if (current.isValid())
        m_list->setCurrentIndex(current);

    const PeopleSnapshot &crew = m_people.snapshot();
    for (const int column : {PeopleModel::Agreement, PeopleModel::Rate, PeopleModel::Guarantee,
                             PeopleModel::From, PeopleModel::To})
        m_list->setColumnHidden(column, !crew.seesPay); // what may not be seen is absent
    const std::array titles{tr("On the production"), tr("No deal"), tr("Left")};
    for (int id = 0; id < peopleFilterCount; ++id) {
        QAbstractButton *chip = m_chips->button(id);
        const QString count = QLocale().toString(m_people.counts()[size_t(id)]);
        chip->setText(titles[size_t(id)] + u"  "_s + count);
        chip->setAccessibleName(tr("%1, %2", "a filter, how many").arg(titles[size_t(id)], count));
        chip->setVisible(id == 0 || crew.seesPay);
        chip->setChecked(id == int(m_people.filter()));
    }
    const int here = m_people.counts()[0];
    m_subtitle->setText(m_controller.isLoaded() || here > 0
                            ? tr("%n people in %1 departments", nullptr, here)
                                  .arg(QLocale().toString(int(crew.departments.size())))
                            : tr("Opening the crew list…"));
    showNotice();
    updateCommands();
}

void PeoplePage::showNotice()
{
    using Tone = NoticePanel::Tone;
    const PeopleSnapshot &crew = m_people.snapshot();
    const bool isEmpty = m_people.rowCount() == 0;
    m_readOnly->setVisible(m_controller.isLoaded() && !crew.canEdit);
    m_list->setVisible(!isEmpty);
    if (m_failure) {
        m_notice->say(Tone::Problem, u"triangle-alert"_s,
                      tr("The crew list could not be read. The last good one is shown."),
                      {ErrorText::forUser(m_failure->code)});
        m_notice->setAction(tr("Try again"));
        return;
    }
    m_notice->setVisible(isEmpty && m_controller.isLoaded());
    if (m_notice->isHidden())
        return;
    m_notice->setAction({});
    if (!m_people.text().isEmpty()) {
        m_notice->say(Tone::Warning, u"filter"_s, tr("Nobody matches “%1”.").arg(m_people.text()));
        m_notice->setAction(tr("Clear filter"));
    } else if (m_people.filter() == PeopleFilter::WithoutDeal && !crew.people.empty()) {
        m_notice->say(Tone::Confirmed, u"check"_s, tr("Everybody has a deal."));
    } else if (m_people.filter() == PeopleFilter::Left && !crew.people.empty()) {
        m_notice->say(Tone::Plain, u"users"_s, tr("Nobody has left the production."));
    } else if (crew.canEdit) {
        m_notice->say(Tone::Plain, u"users"_s, tr("No people yet."),
                      {tr("Add them one by one, or read the crew list of the production office.")});
        m_notice->setAction(tr("Import crew list…"));
    } else {
        m_notice->say(Tone::Plain, u"users"_s, tr("No people yet."),
                      {tr("The production office adds the crew. You see them here once they are "
                          "added.")});
    }
}

void PeoplePage::showFailure(const Error &error)
{
    m_failure = error;
    showNotice();
}

void PeoplePage::updateCommands()
{
    const PeopleSnapshot &crew = m_people.snapshot();
    const auto person = currentPerson();
    const bool mayEdit = crew.canEdit && m_controller.isLoaded();
    const bool hasLeft = person && crew.hasLeft(*person);
    const Deal *deal = person ? crew.dealOf(*person) : nullptr;
    m_add->setEnabled(mayEdit);
    m_edit->setEnabled(mayEdit && person);
    m_end->setEnabled(mayEdit && person && !hasLeft);
    m_bringBack->setEnabled(mayEdit && deal && deal->to.isValid());
    m_addButton->setVisible(mayEdit);
    m_importButton->setVisible(mayEdit);
}

void PeoplePage::showPerson(const PersonId &person)
{
    m_filter->clear();
    m_people.setFilter(m_people.snapshot().hasLeft(person) ? PeopleFilter::Left
                                                           : PeopleFilter::Here);
    const QModelIndex index = m_people.indexOf(person);
    if (!index.isValid())
        return;
    m_list->expand(index.parent());
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void PeoplePage::add()
{
    if (m_add->isEnabled())
        openDialog({});
}

void PeoplePage::editCurrent()
{
    const auto person = currentPerson();
    if (person && m_edit->isEnabled())
        openDialog(*person);
}

void PeoplePage::openDialog(PersonId person)
{
    auto *dialog =
        new PersonDialog(m_people.snapshot(), person, m_shelf ? m_shelf() : nullptr, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonDialog::saveRequested, this, &PeoplePage::save);
    dialog->open();
}

void PeoplePage::save(const PersonDraft &draft)
{
    const bool isNew = draft.id.isNull();
    const PeopleController::Words words{
        isNew ? tr("addition of %1").arg(draft.name) : tr("change of %1").arg(draft.name),
        isNew ? tr("%1 was added. Ctrl+Z to undo.").arg(draft.name)
              : tr("%1 was saved. Ctrl+Z to undo.").arg(draft.name)};
    if (!m_controller.save(draft, words))
        emit messageChanged(tr("Nothing was changed."));
}

void PeoplePage::askForLastDay()
{
    const auto person = currentPerson();
    if (!person || !m_end->isEnabled())
        return;
    const PeopleSnapshot &crew = m_people.snapshot();
    const Deal *deal = crew.dealOf(*person);
    auto *dialog = new LastDayDialog(crew.personOf(*person)->name,
                                     deal && deal->to.isValid() ? deal->to : crew.today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LastDayDialog::chosen, this,
            [this, id = *person](QDate last) { end(id, last); });
    dialog->open();
}

void PeoplePage::end(PersonId person, QDate last)
{
    const Person *known = m_people.snapshot().personOf(person);
    if (!known)
        return;
    const QString date = QLocale().toString(last, QLocale::ShortFormat);
    if (!m_controller.end(person, last,
                          {tr("last day of %1").arg(known->name),
                           tr("The last day of %1 is %2. Ctrl+Z to undo.").arg(known->name, date)}))
        emit messageChanged(tr("Nothing was changed."));
}

void PeoplePage::bringBack()
{
    const auto person = currentPerson();
    if (!person || !m_bringBack->isEnabled())
        return;
    const QString name = m_people.snapshot().personOf(*person)->name;
    m_controller.end(*person, {},
                     {tr("return of %1").arg(name),
                      tr("%1 is on the production again. Ctrl+Z to undo.").arg(name)});
}

void PeoplePage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PeoplePage::toggleAllDepartments()
{
    const bool isOpening = !m_closed.isEmpty();
    for (int row = 0; row < m_people.rowCount(); ++row)
        m_list->setExpanded(m_people.index(row, 0), isOpening);
}

void addPeople(MainWindow &window, PeoplePage *page, PeopleController &controller)
{
    const QString id = QString::fromLatin1(peoplePageId);
    window.addPage(id, u"users"_s, PeoplePage::tr("People"), page);
    window.addPageCommands(MainWindow::MenuId::Edit, id, page->commands());
    window.setHandler(Command::EditCell, id, [page] { page->editCurrent(); });
    QObject::connect(page, &PeoplePage::messageChanged, &window, &MainWindow::showMessage);
    QObject::connect(&window, &MainWindow::pageChanged, &controller,
                     [&controller, id](const QString &shown) { controller.setShown(shown == id); });
}

} // namespace film::app
