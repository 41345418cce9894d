#include "app/ui/pages/bulk_bar.h"

#include "app/ui/crew_words_text.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <set>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int bulkBarHeight = 48;
constexpr int narrowHeight = 84;
constexpr int narrowBelow = 1160; // then the buttons go under the fields
constexpr int widthMin = 760;
constexpr int fieldWidth = 62;
constexpr int fieldHeight = 24;

} // namespace

BulkBar::BulkBar(const CrewController &controller, const CrewModel &crew,
                 const CrewWordsText &words, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_controller(controller)
    , m_crew(crew)
    , m_words(words)
    , m_theme(theme)
    , m_upper(new QHBoxLayout)
    , m_lower(new QHBoxLayout)
    , m_count(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_where(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_result(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_details(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_right(new QStackedWidget(this))
{
    setObjectName(u"bulkBar"_s);
    setKind(this, "bulk");
    setFixedHeight(bulkBarHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 3, 8, 3);
    layout->setSpacing(4);
    layout->addLayout(m_upper);
    layout->addLayout(m_lower);
    m_upper->setSpacing(12);
    const auto addPair = [&](QLabel *upper, QLabel *lower, int stretch) {
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(upper);
        pair->addWidget(lower);
        m_upper->addLayout(pair, stretch);
    };
    addPair(m_count, m_where, 1);
    m_upper->addWidget(makeFields());
    addPair(m_result, m_details, 1);
    m_result->setObjectName(u"bulkResult"_s);
    m_right->addWidget(makeButtons());
    m_right->addWidget(makeQuestion());
    m_right->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_upper->addWidget(m_right);
    hide();
}

QSize BulkBar::minimumSizeHint() const
{
    return {widthMin, m_isNarrow ? narrowHeight : bulkBarHeight};
}

void BulkBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange(width() < narrowBelow);
}

void BulkBar::arrange(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    (isNarrow ? m_upper : m_lower)->removeWidget(m_right);
    (isNarrow ? m_lower : m_upper)->addWidget(m_right, 0, Qt::AlignRight);
    setFixedHeight(isNarrow ? narrowHeight : bulkBarHeight);
}

QWidget *BulkBar::makeFields()
{
    const std::array<QString, bulkFieldCount> names = {
        tr("Call"),      tr("Meal 1 out"), tr("Meal 1 in"), tr("Meal 2 out"),
        tr("Meal 2 in"), tr("Wrap"),       tr("Travel"),
    };
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    box->setMinimumWidth(int(bulkFieldCount) * (fieldWidth + row->spacing()));
    for (size_t i = 0; i < bulkFieldCount; ++i) {
        auto *field = new QLineEdit(box);
        field->setFixedSize(fieldWidth, fieldHeight);
        field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        field->setMaxLength(int(typedTextLengthMax));
        setKind(field, "bulk");
        QLabel *label = makeLabel(names[i], TextRole::Caption, "secondary", box);
        label->setBuddy(field);
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(label);
        column->addWidget(field);
        row->addLayout(column);
        m_fields[i] = field;
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_right->setCurrentIndex(0); // the question was about another text
            refresh();
        });
    }
    return box;
}

QWidget *BulkBar::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_callSheet =
        new KeyHintButton(m_theme, KeyHintButton::Look::Plain, tr("From call sheet"), box);
    m_callSheet->setIconName(u"clapperboard"_s);
    m_callSheet->setHint(tr("Ctrl+L"));
    m_offsets = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, {}, box);
    m_offsets->setObjectName(u"bulkOffsets"_s);
    m_apply = new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Apply"), box);
    m_apply->setHint(tr("Ctrl+Enter"));
    m_apply->setObjectName(u"bulkApply"_s);
    row->addStretch();
    row->addWidget(m_offsets);
    row->addWidget(m_callSheet);
    row->addWidget(m_apply);
    connect(m_offsets, &QPushButton::clicked, this, &BulkBar::offsetsRequested);
    connect(m_callSheet, &QPushButton::clicked, this, &BulkBar::fillFromCallSheet);
    connect(m_apply, &QPushButton::clicked, this, &BulkBar::apply);
    return box;
}

QWidget *BulkBar::makeQuestion()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_question = makeLabel({}, TextRole::Body, "secondary", box);
    m_replace = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, tr("Replace all"), box);
    m_keep = new KeyHintButton(m_theme, KeyHintButton::Look::Primary, {}, box);
    row->addWidget(m_question);
    row->addWidget(m_replace);
    row->addWidget(m_keep);
    connect(m_replace, &QPushButton::clicked, this, [this] { answer(Existing::Replace); });
    connect(m_keep, &QPushButton::clicked, this, [this] { answer(Existing::Keep); });
    return box;
}

void BulkBar::setSelection(CrewRefs refs)
{
    const bool isSame = refs == m_refs;
    m_refs = std::move(refs);
    setVisible(m_refs.size() > 1);
    if (!isSame) {
        m_right->setCurrentIndex(0);
        for (QLineEdit *field : m_fields) {
            const QSignalBlocker blocker(field);
            field->clear();
        }
    }
    refresh();
}

BulkFields BulkBar::fields() const
{
    BulkFields typed;
    for (size_t i = 0; i < bulkFieldCount; ++i)
        typed.texts[i] = m_fields[i]->text();
    return typed;
}

QString BulkBar::resultText() const
{
    return m_result->text() + u" / "_s + m_details->text();
}

void BulkBar::refresh()
{
    if (m_refs.size() < 2)
        return;
    for (size_t i = 0; i < bulkFieldCount; ++i) {
        const auto common = m_controller.commonValue(m_refs, BulkField(i));
        QString shown = tr("mixed");
        if (common)
            shown = common->length ? m_words.hours(*common->length) : m_words.time(common->time);
        m_fields[i]->setPlaceholderText(shown);
    }
    const int offsets = int(m_controller.offsets().size());
    m_offsets->setText(offsets > 0 ? tr("%n offset(s)", nullptr, offsets) : tr("Offsets…"));
    m_offsets->setToolTip(tr("Departments that start earlier or wrap later than the unit "
                             "(Ctrl+Shift+O)"));
    const BulkPreview preview = m_controller.preview(m_refs, fields());
    describeSelection(preview);
    describeResult(preview);
    refreshQuestion();
}

// What arrives while it is asked changes its figures; what makes it pointless takes it away.
void BulkBar::refreshQuestion()
{
    if (m_right->currentIndex() == 0)
        return;
    const BulkPreview preview =
        m_controller.preview(m_refs, m_doing == Doing::Fields ? fields() : BulkFields());
    if (preview.existing == 0 || preview.existing == preview.cells || preview.refusal)
        m_right->setCurrentIndex(0);
    else
        showQuestion(preview);
}

void BulkBar::describeSelection(const BulkPreview &preview)
{
    m_count->setText(tr("%n cells selected", nullptr, int(m_refs.size())));
    std::set<QString> departments;
    std::set<int> days;
    for (const CrewRef &ref : m_refs) {
        if (const CrewDepartment *department = m_crew.departmentOf(ref.person))
            departments.insert(department->name);
        days.insert(ref.day);
    }
    const QString who = departments.size() == 1
        ? *departments.begin()
        : tr("%n departments", nullptr, int(departments.size()));
    const QString when = days.size() == 1
        ? m_words.shortDate(m_crew.snapshot().dates[size_t(*days.begin())].date)
        : tr("%n days", nullptr, int(days.size()));
    m_where->setText(preview.locked > 0 ? tr("%1 locked will be skipped").arg(preview.locked)
                                        : tr("%1, %2", "a department, a date").arg(who, when));
    if (preview.open > 0)
        m_where->setText(tr("%n left out: the clocks change", nullptr, preview.open));
    else if (preview.wrongOrder > 0)
        m_where->setText(tr("%n left out: times out of order", nullptr, preview.wrongOrder));
    m_apply->setText(tr("Apply to %1").arg(preview.cells));
}

void BulkBar::describeResult(const BulkPreview &preview)
{
    for (size_t i = 0; i < bulkFieldCount; ++i) {
        const bool isRefused = preview.refusal && size_t(preview.refusal->field) == i;
        m_fields[i]->setProperty("invalid", isRefused);
        setKind(m_fields[i], "bulk");
    }
    m_apply->setEnabled(!fields().isEmpty() && !preview.refusal && preview.cells > 0);
    if (preview.refusal) {
        m_result->setText(preview.refusal->error
                              ? tr("I could not read “%1”.").arg(preview.refusal->text)
                              : tr("“%1” has two readings.").arg(preview.refusal->text));
        m_details->setText(tr("Nothing was changed."));
        return;
    }
    if (preview.withHours == 0 || fields().isEmpty()) {
        m_result->setText(fields().isEmpty() ? tr("Type the times") : tr("No hours yet"));
        m_details->setText(tr("An empty field changes nothing"));
        return;
    }
    QString flags = tr("no flags");
    if (preview.shortRest > 0)
        flags = tr("%n would be short of rest", nullptr, preview.shortRest);
    else if (preview.meals > 0)
        flags = tr("%n meals to look at", nullptr, preview.meals);
    else if (preview.otherFlags > 0)
        flags = tr("%n to look at", nullptr, preview.otherFlags);
    if (preview.least == preview.most)
        m_result->setText(tr("%1 h each").arg(m_words.hours(preview.least)));
    else
        m_result->setText(
            tr("%1 to %2 h").arg(m_words.hours(preview.least), m_words.hours(preview.most)));
    m_details->setText(
        tr("%1 h in all, %2", "hours, flags").arg(m_words.hours(preview.total), flags));
    setAccessibleDescription(resultText());
}

void BulkBar::apply()
{
    const BulkPreview preview = m_controller.preview(m_refs, fields());
    if (fields().isEmpty() || preview.refusal || preview.cells == 0)
        return;
    ask(Doing::Fields, preview);
}

void BulkBar::fillFromCallSheet()
{
    if (!m_refs.empty())
        ask(Doing::CallSheet, m_controller.preview(m_refs, {}));
}

// Only a mixture needs the question: where all have times, they were selected to be changed.
void BulkBar::ask(Doing doing, const BulkPreview &preview)
{
    m_doing = doing;
    const int empty = preview.cells - preview.existing;
    if (preview.existing == 0 || empty == 0) {
        answer(Existing::Replace);
        return;
    }
    showQuestion(preview);
    m_right->setCurrentIndex(1);
    m_keep->setFocus();
}

void BulkBar::showQuestion(const BulkPreview &preview)
{
    m_question->setText(
        tr("%1 of %2 already have times.").arg(preview.existing).arg(preview.cells));
    m_keep->setText(tr("Fill only the %1 empty").arg(preview.cells - preview.existing));
}

void BulkBar::answer(Existing existing)
{
    m_right->setCurrentIndex(0);
    if (m_doing == Doing::Fields)
        emit applyRequested(m_refs, fields(), existing);
    else
        emit callSheetRequested(m_refs, existing);
}

void BulkBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    m_right->setCurrentIndex(0);
    emit left();
}

} // namespace film::app
