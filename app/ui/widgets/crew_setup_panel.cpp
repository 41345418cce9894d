#include "app/ui/widgets/crew_setup_panel.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int panelWidth = 600;
constexpr int badgeSize = 24;
constexpr int badgeIconSize = 20;
constexpr int callSheetStep = 3;

QString pasteKeys()
{
    return QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText);
}

} // namespace

CrewSetupPanel::CrewSetupPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_steps(new QVBoxLayout(this))
    , m_done(new QLabel(this))
    , m_production(makeLabel({}, TextRole::Secondary, "secondary", this))
{
    setObjectName(u"crewSetup"_s);
    setKind(this, "panel");
    setAccessibleName(tr("Add your crew to begin"));
    setFixedWidth(panelWidth);
    m_steps->setContentsMargins(1, 1, 1, 1);
    m_steps->setSpacing(0);
    m_steps->addLayout(makeHead());
    addProductionStep();
    addPeopleStep();
    addCallSheetStep();
    connect(&theme, &Theme::changed, this, &CrewSetupPanel::recolor);
    recolor();
}

void CrewSetupPanel::setProduction(const QString &title)
{
    m_production->setText(tr("%1, saved on this computer").arg(title));
}

QLayout *CrewSetupPanel::makeHead()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 20, 20, 16);
    head->setSpacing(4);
    head->addWidget(makeLabel(tr("Add your crew to begin"), TextRole::Section, "title", this));
    QLabel *text = makeLabel(tr("Copy rows from a spreadsheet and press %1 anywhere on this page. "
                                "Names, roles, departments and rates are recognised, and you check "
                                "them before anything is added.")
                                 .arg(pasteKeys()),
                             TextRole::Body, "secondary", this);
    text->setWordWrap(true);
    head->addWidget(text);
    return head;
}

QHBoxLayout *CrewSetupPanel::addStep(QLabel *badge, QLabel *title, QLabel *text)
{
    badge->setFixedSize(badgeSize, badgeSize);
    badge->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    row->setSpacing(8);
    row->addWidget(badge);
    row->addSpacing(4);
    row->addLayout(texts, 1);
    m_steps->addWidget(makeLine(Qt::Horizontal, this));
    m_steps->addLayout(row);
    return row;
}

void CrewSetupPanel::addProductionStep()
{
    QHBoxLayout *row =
        addStep(m_done, makeLabel(tr("Create the production"), TextRole::Body, "secondary", this),
                m_production);
    row->addWidget(makeLabel(tr("Done"), TextRole::Body, "secondary", this));
}

void CrewSetupPanel::addPeopleStep()
{
    QHBoxLayout *row = addStep(
        makeNumber(2), makeLabel(tr("Add people"), TextRole::Emphasis, "emphasis", this),
        makeLabel(tr("Paste them, or open a CSV file"), TextRole::Secondary, "secondary", this));
    auto *open = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, tr("Open CSV…"), this);
    open->setObjectName(u"openCrew"_s);
    open->setIconName(u"folder-open"_s);
    open->setAccessibleName(tr("Open a crew list"));
    auto *paste =
        new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Paste crew list"), this);
    paste->setObjectName(u"pasteCrew"_s);
    paste->setHint(pasteKeys());
    row->addWidget(open);
    row->addWidget(paste);
    connect(open, &QPushButton::clicked, this, &CrewSetupPanel::crewFileRequested);
    connect(paste, &QPushButton::clicked, this, &CrewSetupPanel::crewPasteRequested);
}

void CrewSetupPanel::addCallSheetStep()
{
    m_sheetBadge = makeNumber(callSheetStep);
    QHBoxLayout *row =
        addStep(m_sheetBadge,
                makeLabel(tr("Enter the first call sheet"), TextRole::Emphasis, "emphasis", this),
                makeLabel(tr("Calls appear in the grid, ready to confirm at wrap"),
                          TextRole::Secondary, "secondary", this));
    m_openSheet =
        new KeyHintButton(m_theme, KeyHintButton::Look::Plain, tr("Open call sheet…"), this);
    m_openSheet->setObjectName(u"openCallSheet"_s);
    m_sheetDone = makeLabel(tr("Done"), TextRole::Body, "secondary", this);
    m_sheetDone->hide();
    row->addWidget(m_openSheet);
    row->addWidget(m_sheetDone);
    connect(m_openSheet, &QPushButton::clicked, this, &CrewSetupPanel::callSheetRequested);
}

void CrewSetupPanel::setHasCallSheet(bool has)
{
    if (std::exchange(m_hasCallSheet, has) == has)
        return;
    m_openSheet->setHidden(has);
    m_sheetDone->setVisible(has);
    m_sheetBadge->setText(QLocale().toString(callSheetStep));
    setKind(m_sheetBadge, has ? "secondary" : "keycap");
    recolor();
}

QLabel *CrewSetupPanel::makeNumber(int number)
{
    return makeLabel(QLocale().toString(number), TextRole::Secondary, "keycap", this);
}

void CrewSetupPanel::recolor()
{
    const QPixmap done =
        m_theme.iconPixmap(u"circle-check"_s, Token::Ok, badgeIconSize, devicePixelRatioF());
    m_done->setPixmap(done);
    if (m_hasCallSheet)
        m_sheetBadge->setPixmap(done);
}

} // namespace film::app
