#include "app/charts/bar_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace film::app {

namespace {

constexpr qreal labelGap = 5;
constexpr qreal overlap = 0.75; // of a line, without its letters touching the next
constexpr qreal limitWidth = 1.5;
constexpr qreal barWidthUpright = 0.55;
constexpr qreal barWidthLying = 0.6;

QBrush brushOf(const ChartLook::Tone &tone)
{
    return tone.isHatched ? QBrush(tone.outline, Qt::BDiagPattern) : QBrush(tone.fill);
}

// Qt Charts wants each once.
QStringList axisNames(const ChartData &data)
{
    QStringList names;
    for (QString name : data.categories) {
        while (names.contains(name))
            name += QChar(0x200b); // a space of no width
        names.append(name);
    }
    if (data.isHorizontal)
        std::ranges::reverse(names);
    return names;
}

} // namespace

// The view with what Qt Charts cannot print: a stack's sum and the name of a line. The names of
// the bars are ours as well: it cuts them to "..." where there are many. All are put in their
// places whenever the plot moves.
class BarChart::Plot final : public QChartView
{
public:
    explicit Plot(BarChart &owner)
        : QChartView(new QChart, &owner)
        , m_owner(owner)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setFocusPolicy(Qt::NoFocus); // the scene would take it
        chart()->legend()->hide();
        chart()->setBackgroundVisible(false);
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
        chart()->setMargins(QMargins(0, 0, 0, 0));
        connect(chart(), &QChart::plotAreaChanged, this, [this] { place(); });
    }

    void build(const ChartData &shown, const ChartLook &look)
    {
        clear();
        setBackgroundBrush(look.base);
        if (shown.categories.isEmpty())
            return;
        addBars(shown, look);
        addAxes(shown, look);
        addLine(shown, look);
        addWords(shown, look);
        place();
    }

    [[nodiscard]] QPointF endOf(int category) const
    {
        const ChartData &shown = m_owner.m_data;
        qint64 sum = 0;
        for (const ChartSet &set : shown.sets)
            sum += set.values[size_t(category)];
        return shown.isHorizontal
            ? QPointF(qreal(sum), qreal(shown.categories.size() - 1 - category))
            : QPointF(qreal(category), qreal(sum));
    }

    [[nodiscard]] QPointF toScene(const QPointF &value) const
    {
        return m_bars ? chart()->mapToScene(chart()->mapToPosition(value, m_bars)) : QPointF();
    }

private:
    void clear()
    {
        m_labels.clear();
        m_names.clear();
        m_lineLabel.reset();
        m_bars = nullptr;
        m_line = nullptr;
        chart()->removeAllSeries();
        const QList<QAbstractAxis *> axes = chart()->axes();
        for (QAbstractAxis *axis : axes) {
            axis->hide(); // what paints it goes later
            chart()->removeAxis(axis);
            const std::unique_ptr<QAbstractAxis> gone(axis); // it came back to us
        }
    }

    void addBars(const ChartData &shown, const ChartLook &look)
    {
        m_bars = shown.isHorizontal
            ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries(chart()))
            : new QStackedBarSeries(chart());
        for (const ChartSet &set : shown.sets) {
            auto *bars = new QBarSet(set.name, m_bars);
            const ChartLook::Tone &tone = look.tones[size_t(set.tone)];
            bars->setBrush(brushOf(tone));
            bars->setPen(QPen(tone.outline, 1));
            // Lying bars grow upwards from the last category.
            for (size_t i = 0; i < set.values.size(); ++i) {
                const size_t at = shown.isHorizontal ? set.values.size() - 1 - i : i;
                bars->append(qreal(set.values[at]));
            }
            m_bars->append(bars);
        }
        m_bars->setBarWidth(shown.isHorizontal ? barWidthLying : barWidthUpright);
        chart()->addSeries(m_bars);
        connect(m_bars, &QAbstractBarSeries::clicked, &m_owner, [this](int index) {
            const ChartData &drawn = m_owner.m_data;
            emit m_owner.barClicked(drawn.isHorizontal ? int(drawn.categories.size()) - 1 - index
                                                       : index);
        });
    }

    void addAxes(const ChartData &shown, const ChartLook &look)
    {
        auto *names = new QBarCategoryAxis(chart());
        names->append(axisNames(shown));
        names->setGridLineVisible(false);
        names->setLinePen(QPen(look.grid, 1));
        names->setLabelsVisible(false);

        auto *values = new QCategoryAxis(chart());
        values->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        for (const ChartTick &tick : shown.ticks)
            values->append(tick.text, qreal(tick.value));
        const qreal most = shown.ticks.empty() ? 1 : qreal(shown.ticks.back().value);
        values->setRange(0, most);
        values->setGridLinePen(QPen(look.grid, 1));
        values->setLineVisible(false);
        values->setLabelsBrush(look.axisText);
        values->setLabelsFont(look.font);
        // The sum at the end of each lying bar says it better.
        values->setVisible(!shown.isHorizontal);

        chart()->addAxis(names, shown.isHorizontal ? Qt::AlignLeft : Qt::AlignBottom);
        chart()->addAxis(values, shown.isHorizontal ? Qt::AlignBottom : Qt::AlignLeft);
        m_bars->attachAxis(names);
        m_bars->attachAxis(values);
    }

    void addLine(const ChartData &shown, const ChartLook &look)
    {
        if (!shown.line)
            return;
        m_line = new QLineSeries(chart());
        m_line->setPen(
            QPen(look.line, limitWidth, shown.line->isDashed ? Qt::DashLine : Qt::SolidLine));
        m_line->append(-0.5, qreal(shown.line->value));
        m_line->append(qreal(shown.categories.size()) - 0.5, qreal(shown.line->value));
        chart()->addSeries(m_line);
        const QList<QAbstractAxis *> axes = chart()->axes();
        for (QAbstractAxis *axis : axes)
            m_line->attachAxis(axis);
        m_lineLabel = std::make_unique<QGraphicsSimpleTextItem>(shown.line->label, chart());
        m_lineLabel->setFont(look.font);
        m_lineLabel->setBrush(look.axisText);
    }

    // Room for the words beside the plot: over the highest bar the axis leaves it.
    void addWords(const ChartData &shown, const ChartLook &look)
    {
        qreal widest = 0;
        for (int i = 0; i < shown.labels.size(); ++i) {
            auto label = std::make_unique<QGraphicsSimpleTextItem>(shown.labels[i], chart());
            label->setFont(look.strongFont);
            label->setBrush(shown.isOver[size_t(i)] ? look.over : look.text);
            widest = std::max(widest, label->boundingRect().width());
            m_labels.push_back(std::move(label));
        }
        addNames(shown, look);
        qreal right = shown.isHorizontal ? widest + labelGap : labelGap;
        if (m_lineLabel)
            right = std::max(right, m_lineLabel->boundingRect().width() + labelGap);
        const qreal above = shown.isHorizontal ? 0 : look.strongFont.pointSizeF() * 2;
        qreal left = 0;
        qreal below = 0;
        for (const auto &name : m_names) {
            const QRectF size = name->boundingRect();
            (shown.isHorizontal ? left : below) =
                std::max(shown.isHorizontal ? left : below,
                         (shown.isHorizontal ? size.width() : size.height()) + labelGap);
        }
        chart()->setMargins(QMargins(int(left), int(above), int(right) + 2, int(below)));
    }

    void addNames(const ChartData &shown, const ChartLook &look)
    {
        for (int i = 0; i < shown.categories.size(); ++i) {
            auto name = std::make_unique<QGraphicsSimpleTextItem>(shown.categories[i], chart());
            const bool isCurrent = shown.isCurrent[size_t(i)];
            name->setFont(isCurrent ? look.strongFont : look.font);
            name->setBrush(isCurrent ? look.text : look.axisText);
            m_names.push_back(std::move(name));
        }
    }

    // Beside a lying bar, under an upright one; where they do not all fit, every second or third.
    void placeNames()
    {
        const QRectF plot = chart()->plotArea();
        const qreal count = qreal(std::max<size_t>(m_names.size(), 1));
        const bool isLying = m_owner.m_data.isHorizontal;
        qreal longest = 0;
        for (const auto &name : m_names) {
            const QRectF size = name->boundingRect();
            longest =
                std::max(longest, isLying ? size.height() * overlap : size.width() + labelGap);
        }
        const qreal room = (isLying ? plot.height() : plot.width()) / count;
        const size_t every = room > 0 ? size_t(std::ceil(longest / room)) : 1;
        for (size_t i = 0; i < m_names.size(); ++i) {
            const QRectF size = m_names[i]->boundingRect();
            const qreal middle = (qreal(i) + 0.5) * room;
            m_names[i]->setVisible(i % std::max<size_t>(every, 1) == 0);
            m_names[i]->setPos(isLying ? QPointF(plot.left() - size.width() - labelGap,
                                                 plot.top() + middle - size.height() / 2)
                                       : QPointF(plot.left() + middle - size.width() / 2,
                                                 plot.bottom() + labelGap));
        }
    }

    void place()
    {
        if (!m_bars)
            return;
        placeNames();
        for (size_t i = 0; i < m_labels.size(); ++i) {
            const QRectF size = m_labels[i]->boundingRect();
            const QPointF end = chart()->mapToPosition(endOf(int(i)), m_bars);
            QPointF at(end.x() + labelGap, end.y() - size.height() / 2);
            if (!m_owner.m_data.isHorizontal)
                at = QPointF(end.x() - size.width() / 2, clearOfTheLine(end.y(), size.height()));
            m_labels[i]->setPos(at);
            m_labels[i]->setZValue(10);
        }
        if (!m_lineLabel)
            return;
        const QRectF plot = chart()->plotArea();
        const QPointF end =
            chart()->mapToPosition(QPointF(0, qreal(m_owner.m_data.line->value)), m_bars);
        m_lineLabel->setPos(plot.right() + labelGap,
                            end.y() - m_lineLabel->boundingRect().height() / 2);
    }

    // Over the end of a bar, and over the line where it would cross the words.
    [[nodiscard]] qreal clearOfTheLine(qreal end, qreal height) const
    {
        const qreal top = end - height - 1;
        const std::optional<ChartLine> &line = m_owner.m_data.line;
        if (!line)
            return top;
        const qreal at = chart()->mapToPosition(QPointF(0, qreal(line->value)), m_bars).y();
        return at < end && at > top ? at - height - 1 : top;
    }

    BarChart &m_owner;
    QAbstractBarSeries *m_bars = nullptr;
    QLineSeries *m_line = nullptr;
    std::vector<std::unique_ptr<QGraphicsSimpleTextItem>> m_labels;
    std::vector<std::unique_ptr<QGraphicsSimpleTextItem>> m_names;
    std::unique_ptr<QGraphicsSimpleTextItem> m_lineLabel;
};

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
    , m_plot(new Plot(*this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumHeight(120);
}

BarChart::~BarChart() = default;

void BarChart::setLook(const ChartLook &look)
{
    m_look = look;
    rebuild();
}

void BarChart::setData(const ChartData &data)
{
    if (m_data == data)
        return;
    m_data = data;
    rebuild();
}

void BarChart::setClickable(bool isClickable)
{
    m_plot->viewport()->setCursor(isClickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QPoint BarChart::placeOf(int category) const
{
    QPointF end = m_plot->endOf(category);
    (m_data.isHorizontal ? end.rx() : end.ry()) /= 2; // its middle
    const QPoint inView = m_plot->mapFromScene(m_plot->toScene(end));
    return m_plot->viewport()->mapTo(this, inView);
}

void BarChart::rebuild()
{
    m_plot->build(m_data, m_look);
}

} // namespace film::app
