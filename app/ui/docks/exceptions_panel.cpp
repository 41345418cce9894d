#include "app/ui/docks/exceptions_panel.h"

#include "app/ui/exception_icon.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

class ExceptionDelegate final : public QStyledItemDelegate
{
public:
    ExceptionDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
        painter->setPen(m_theme.color(Token::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect room = option.rect.adjusted(8, 0, -4, -1);
        if (index.column() == ExceptionsModel::Kind) {
            const auto kind = index.data(ExceptionsModel::KindRole).value<ExceptionKind>();
            m_theme.drawIcon(*painter, QRect(room.left(), room.top(), 13, room.height()),
                             exceptionIcon(kind), Token::Warn, 13);
            room.setLeft(room.left() + 18);
        }
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(m_theme.color(tokenOf(index.column())));
        const QString text =
            QFontMetrics(painter->font())
                .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
    }

private:
    [[nodiscard]] static Token tokenOf(int column)
    {
        switch (column) {
        case ExceptionsModel::Kind: return Token::Warn;
        case ExceptionsModel::Department: return Token::Text2;
        case ExceptionsModel::Fix: return Token::AccentText;
        default: return Token::Text;
        }
    }

    const Theme &m_theme;
};

} // namespace

ExceptionsPanel::ExceptionsPanel(ExceptionsModel &exceptions, const CrewModel &crew,
                                 const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_exceptions(exceptions)
    , m_crew(crew)
    , m_ahead(makeLabel({}, TextRole::Secondary, "body", this))
    , m_layout(new QStackedLayout)
    , m_table(new QTableView(this))
    , m_allDone(makeLabel({}, TextRole::Body, "ok", this))
{
    m_table->setObjectName(u"exceptions"_s);
    m_table->setModel(&exceptions);
    m_table->setItemDelegate(new ExceptionDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Exceptions"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::gridRow);
    m_table->verticalHeader()->setMinimumSectionSize(metrics::gridRow);
    m_table->horizontalHeader()->hide();
    constexpr std::array widths{110, 150, 110, 80, 0, 80, 250};
    for (int column = 0; column < ExceptionsModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[size_t(column)]);
    m_table->horizontalHeader()->setSectionResizeMode(ExceptionsModel::What, QHeaderView::Stretch);
    m_allDone->setAlignment(Qt::AlignCenter);
    m_ahead->setObjectName(u"crewAhead"_s);
    m_ahead->setWordWrap(true);
    m_ahead->setContentsMargins(8, 4, 8, 4);
    m_ahead->hide();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_ahead);
    outer->addLayout(m_layout, 1);
    m_layout->addWidget(m_table);
    m_layout->addWidget(m_allDone);

    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const bool isFix = index.column() == ExceptionsModel::Fix;
        isFix ? emit fixRequested(index.row()) : emit activated(index.row());
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit activated(index.row()); });
    connect(&crew, &CrewModel::progressChanged, this, &ExceptionsPanel::refresh);
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void ExceptionsPanel::setCurrentRow(int row)
{
    if (row >= 0)
        m_table->setCurrentIndex(m_exceptions.index(row, 0));
}

std::optional<int> ExceptionsPanel::focusedRow() const
{
    const int row = m_table->currentIndex().row();
    return m_table->hasFocus() && row >= 0 ? std::optional(row) : std::nullopt;
}

void ExceptionsPanel::setRowCommands(const QList<QAction *> &commands)
{
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(commands);
}

void ExceptionsPanel::setAhead(const QString &text)
{
    m_ahead->setText(text);
    m_ahead->setVisible(!text.isEmpty());
}

void ExceptionsPanel::refresh()
{
    const CrewProgress &progress = m_crew.progress();
    // Of a week that is not read yet nobody knows.
    const bool isRead = m_crew.snapshot().today.isValid();
    m_allDone->setText(isRead ? tr("✓ No exceptions. %1 of %2 days are in.")
                                    .arg(progress.daysIn)
                                    .arg(progress.daysExpected)
                              : QString());
    m_layout->setCurrentIndex(m_exceptions.rowCount() == 0 ? 1 : 0);
}

} // namespace film::app
