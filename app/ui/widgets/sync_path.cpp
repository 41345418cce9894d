#include "app/ui/widgets/sync_path.h"

#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int tile = 40;
constexpr int tileIcon = 18;
constexpr int tileGap = 12;
constexpr int pathSideMargin = 20;
constexpr int pathLineLength = 34; // of each half
constexpr int lineIcon = 14;
constexpr int placeTextMin = 120;

Token backgroundOf(SyncPath::Tone tone)
{
    switch (tone) {
    case SyncPath::Tone::Plain: return Token::Tint;
    case SyncPath::Tone::Confirmed: return Token::OkBg;
    case SyncPath::Tone::Warning: return Token::WarnBg;
    case SyncPath::Tone::Problem: return Token::BadBg;
    }
    Q_UNREACHABLE();
}

Token foregroundOf(SyncPath::Tone tone)
{
    switch (tone) {
    case SyncPath::Tone::Plain: return Token::AccentText;
    case SyncPath::Tone::Confirmed: return Token::Ok;
    case SyncPath::Tone::Warning: return Token::Warn;
    case SyncPath::Tone::Problem: return Token::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

SyncPath::SyncPath(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"syncPath"_s);
    setAccessibleName(tr("Way to the server"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void SyncPath::setPath(QList<Place> places, QList<Line> lines)
{
    m_places = std::move(places);
    m_lines = std::move(lines);
    QStringList said;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        said += tr("%1: %2", "a place on the way to the server, how it is")
                    .arg(m_places[i].title, m_places[i].detail);
        if (i < m_lines.size())
            said += m_lines[i].text;
    }
    said.removeAll(QString());
    setAccessibleDescription(said.join(u". "_s));
    setToolTip(accessibleDescription());
    updateGeometry();
    update();
}

QSize SyncPath::minimumSizeHint() const
{
    const int places = int(m_places.size());
    return {2 * pathSideMargin + places * (tile + tileGap + placeTextMin)
                + (places - 1) * (2 * pathLineLength + 40),
            68};
}

void SyncPath::paintEvent(QPaintEvent *)
{
    if (m_places.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont bold = textFont(TextRole::Emphasis);
    const QFont plain = textFont(TextRole::Secondary);
    QList<int> lineWidths;
    int fixed = 2 * pathSideMargin + int(m_places.size()) * (tile + tileGap);
    for (const Line &line : std::as_const(m_lines)) {
        const int text = line.text.isEmpty() ? 0 : QFontMetrics(plain).horizontalAdvance(line.text);
        lineWidths += 2 * pathLineLength + lineIcon + 18 + text;
        fixed += lineWidths.last() + 2 * tileGap;
    }
    const int textRoom = std::max(0, (width() - fixed) / int(m_places.size()));
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    int x = pathSideMargin;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places[i];
        const QRect square = placed(QRect(x, (height() - tile) / 2, tile, tile));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(backgroundOf(place.tone)));
        painter.drawRoundedRect(square, metrics::panelRadius, metrics::panelRadius);
        m_theme.drawIcon(painter, square, place.icon, foregroundOf(place.tone), tileIcon);
        x += tile + tileGap;
        const QRect title = placed(QRect(x, height() / 2 - 19, textRoom, 19));
        const QRect detail = placed(QRect(x, height() / 2 + 1, textRoom, 17));
        painter.setFont(bold);
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(title, Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(place.title, Qt::ElideRight, title.width()));
        painter.setFont(plain);
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(
            detail, Qt::AlignVCenter,
            QFontMetrics(plain).elidedText(place.detail, Qt::ElideRight, detail.width()));
        x += textRoom;
        if (i >= m_lines.size())
            break;
        x += tileGap;
        drawLine(painter, placed(QRect(x, 0, lineWidths[i], height())), m_lines[i]);
        x += lineWidths[i] + tileGap;
    }
}

void SyncPath::drawLine(QPainter &painter, const QRect &room, const Line &line) const
{
    const Token token = foregroundOf(line.tone);
    painter.setPen(QPen(m_theme.color(token), 2, line.isBroken ? Qt::DashLine : Qt::SolidLine));
    const int y = room.center().y();
    painter.drawLine(room.left(), y, room.left() + pathLineLength, y);
    painter.drawLine(room.right() - pathLineLength, y, room.right(), y);
    const int iconX = room.left() + pathLineLength + 6;
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), room, part);
    };
    m_theme.drawIcon(painter, placed(QRect(iconX, room.top(), lineIcon, room.height())), line.icon,
                     token, lineIcon);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(m_theme.color(token));
    painter.drawText(
        placed(QRect(iconX + lineIcon + 4, room.top(),
                     room.width() - 2 * pathLineLength - lineIcon - 10, room.height())),
        Qt::AlignVCenter, line.text);
}

} // namespace film::app
