#include "app/ui/widgets/chart_legend.h"

#include "app/charts/chart_look.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <memory>

namespace film::app {

namespace {

constexpr int swatchSize = 10;
constexpr int chartLegendLineLength = 16;

// A square in the colour of a bar, or a piece of the line.
class Swatch final : public QWidget
{
public:
    Swatch(const Theme &theme, std::optional<ChartTone> tone, bool isDashed, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_tone(tone)
        , m_isDashed(isDashed)
    {
        setFixedSize(tone ? swatchSize : chartLegendLineLength, swatchSize);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const ChartLook look = chartLookOf(m_theme);
        if (!m_tone) {
            painter.setPen(QPen(look.line, 2, m_isDashed ? Qt::DashLine : Qt::SolidLine));
            painter.drawLine(0, height() / 2, width(), height() / 2);
            return;
        }
        const ChartLook::Tone &tone = look.tones[size_t(*m_tone)];
        painter.setPen(tone.outline);
        painter.setBrush(tone.isHatched ? tone.outline : tone.fill);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme &m_theme;
    std::optional<ChartTone> m_tone;
    bool m_isDashed;
};

} // namespace

ChartLook chartLookOf(const Theme &theme)
{
    ChartLook look;
    const auto plain = [&theme](Token fill, Token outline) {
        return ChartLook::Tone{theme.color(fill), theme.color(outline), false};
    };
    look.tones[size_t(ChartTone::Tier1)] = plain(Token::Tier1, Token::Tier2);
    look.tones[size_t(ChartTone::Tier2)] = plain(Token::Tier2, Token::Tier2);
    look.tones[size_t(ChartTone::Tier3)] = plain(Token::Tier3, Token::Tier3);
    look.tones[size_t(ChartTone::Earlier)] = plain(Token::NeutralBar, Token::NeutralBar);
    look.tones[size_t(ChartTone::Current)] = plain(Token::Tier2, Token::Tier2);
    look.tones[size_t(ChartTone::Over)] = plain(Token::WarnBg, Token::WarnLine);
    look.tones[size_t(ChartTone::Over)].isHatched = true;
    look.base = theme.color(Token::Base);
    look.text = theme.color(Token::Text);
    look.axisText = theme.color(Token::Text2);
    look.grid = theme.color(Token::Grid);
    look.line = theme.color(Token::Text);
    look.over = theme.color(Token::Warn);
    look.font = textFont(TextRole::Caption);
    look.strongFont = textFont(TextRole::Caption);
    look.strongFont.setWeight(QFont::DemiBold);
    return look;
}

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void ChartLegend::setChart(const ChartData &chart)
{
    while (m_layout->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_layout->takeAt(0));
        const std::unique_ptr<QWidget> widget(item->widget()); // none in a gap
    }
    QStringList names;
    const auto add = [&](std::optional<ChartTone> tone, bool isDashed, const QString &name) {
        if (!names.isEmpty())
            m_layout->addSpacing(8);
        m_layout->addWidget(new Swatch(m_theme, tone, isDashed, this));
        m_layout->addWidget(makeLabel(name, TextRole::Secondary, "secondary", this));
        names += name;
    };
    for (const ChartSet &set : chart.sets) {
        if (set.isInLegend && chart.sets.size() > 1)
            add(set.tone, false, set.name);
    }
    if (chart.line)
        add(std::nullopt, chart.line->isDashed, chart.line->name);
    setAccessibleName(names.join(QStringLiteral(", ")));
}

} // namespace film::app
