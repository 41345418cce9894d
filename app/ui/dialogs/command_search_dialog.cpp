#include "app/ui/dialogs/command_search_dialog.h"

#include "app/models/date_text.h"
#include "app/ui/delegates/search_delegate.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize commandSearchDialogSize(560, 420);
constexpr int fromTheTop = 72;
constexpr int pageStep = 8;

} // namespace

CommandSearchDialog::CommandSearchDialog(CommandSearchModel &model, const Theme &theme,
                                         QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(model)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(makeLabel({}, TextRole::Body, "secondary", this))
{
    setObjectName(u"commandSearch"_s);
    setWindowTitle(tr("Search and commands"));
    setModal(true);
    m_line->setObjectName(u"searchLine"_s);
    m_line->setPlaceholderText(tr("A name, a day, a command: “maya”, “thu 20”, “week 6”"));
    m_line->setAccessibleName(tr("Search people, days and commands"));
    m_line->addAction(theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_line->setMinimumHeight(metrics::mainControlHeight);
    m_line->installEventFilter(this);
    m_list->setModel(&model);
    m_list->setItemDelegate(new SearchDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay in the line
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What was found"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(metrics::pageMargin);

    auto *frame = new QFrame(this);
    setKind(frame, "panel");
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(8, 8, 8, 8);
    inside->setSpacing(8);
    inside->addWidget(m_line);
    inside->addWidget(m_list, 1);
    inside->addWidget(m_nothing, 1);
    QLabel *keys = makeLabel(tr("Up and Down choose · Enter goes there · Esc closes"),
                             TextRole::Caption, "hint", this);
    keys->setAlignment(Qt::AlignRight);
    inside->addWidget(keys);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);

    connect(m_line, &QLineEdit::textChanged, this, &CommandSearchDialog::search);
    connect(m_list, &QListView::clicked, this, &CommandSearchDialog::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandSearchDialog::describe);
}

QString CommandSearchDialog::iconOf(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Day: return u"calendar-days"_s;
    case SearchKind::Person: return u"users"_s;
    case SearchKind::Page: return u"panel-right"_s;
    case SearchKind::Command: return u"arrow-right"_s;
    }
    Q_UNREACHABLE();
}

void CommandSearchDialog::start()
{
    const QWidget *over = parentWidget();
    const QSize size = commandSearchDialogSize.boundedTo(over->size());
    resize(size);
    move(over->mapToGlobal(QPoint((over->width() - size.width()) / 2, fromTheTop)));
    m_line->clear();
    search({});
    open();
    m_line->setFocus();
}

void CommandSearchDialog::search(const QString &text)
{
    m_model.setQuery(text);
    const bool isEmpty = m_model.rowCount() == 0;
    m_list->setHidden(isEmpty);
    m_nothing->setHidden(!isEmpty);
    m_nothing->setText(tr("Nothing is called “%1”. Try the beginning of a name, a day such as "
                          "“20 nov”, or a word of a menu.")
                           .arg(text.trimmed()));
    m_list->setCurrentIndex(m_model.index(m_model.bestRow()));
    describe();
}

// Past what cannot be done here.
void CommandSearchDialog::step(int rows)
{
    const int count = m_model.rowCount();
    int row = m_list->currentIndex().row();
    const int direction = rows > 0 ? 1 : -1;
    for (int left = std::abs(rows); left > 0; --left) {
        int next = row + direction;
        while (next >= 0 && next < count && !m_model.entry(next).isEnabled)
            next += direction;
        if (next < 0 || next >= count)
            break;
        row = next;
    }
    m_list->setCurrentIndex(m_model.index(row));
}

bool CommandSearchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown: step(pageStep); return true;
    case Qt::Key_PageUp: step(-pageStep); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

// Closed first: what is chosen may open a dialog of its own.
void CommandSearchDialog::choose(const QModelIndex &index)
{
    if (!index.isValid() || !m_model.entry(index.row()).isEnabled)
        return;
    const SearchEntry entry = m_model.entry(index.row());
    accept();
    emit chosen(entry);
}

// The keys are in the line, so that is where a screen reader hears what is chosen.
void CommandSearchDialog::describe()
{
    const QModelIndex current = m_list->currentIndex();
    m_line->setAccessibleDescription(
        current.isValid() ? tr("%1 of %2: %3", "a result: its number, how many, its words")
                                .arg(current.row() + 1)
                                .arg(m_model.rowCount())
                                .arg(current.data(Qt::AccessibleTextRole).toString())
                          : m_nothing->text());
}

CommandSearchModel::Words commandSearchWords()
{
    CommandSearchModel::Words words;
    words.title = [](const FoundDate &found) {
        const QString date =
            QString(longDate(found.date) + QLocale().toString(found.date, u" yyyy"_s));
        return found.week ? CommandSearchDialog::tr("Week %1").arg(*found.week) : date;
    };
    words.detail = [](const FoundDate &found) {
        return found.week ? CommandSearchDialog::tr("%1 to %2")
                                .arg(shortDate(found.date), shortDate(found.date.addDays(6)))
                          : CommandSearchDialog::tr("go to this day");
    };
    words.kind = [](SearchKind kind) {
        switch (kind) {
        case SearchKind::Day: return CommandSearchDialog::tr("Day");
        case SearchKind::Person: return CommandSearchDialog::tr("Person");
        case SearchKind::Page: return CommandSearchDialog::tr("Page");
        case SearchKind::Command: return CommandSearchDialog::tr("Command");
        }
        Q_UNREACHABLE();
    };
    return words;
}

} // namespace film::app
