#include "app/ui/theme/theme.h"

#include "app/ui/theme/style_sheet.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSettings>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

// Outside of any namespace: that is where the resource compiler puts what these call.
static void loadThemeResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(theme);
}

namespace film::app {

namespace {

// Asks the theme for its colour each time it paints, so a change of scheme needs no new icons.
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(const Theme &theme, QString name, Token token)
        : m_theme(theme)
        , m_name(std::move(name))
        , m_token(token)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    // `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(std::min(size.width(), size.height()) / scale);
        const Token token = mode == QIcon::Disabled ? Token::Thumb : m_token;
        return m_theme.iconPixmap(m_name, token, side, scale);
    }
    QIconEngine *clone() const override { return new ThemeIconEngine(m_theme, m_name, m_token); }

private:
    const Theme &m_theme;
    QString m_name;
    Token m_token;
};

// Qt 6.4 does not tell. Windows keeps it in the registry; the desktops that follow GNOME name
// their icon theme after it.
bool systemAsksForHighContrast()
{
#ifdef Q_OS_WIN
    const QSettings settings(u"HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"_s,
                             QSettings::NativeFormat);
    constexpr int isOnFlag = 1; // HCF_HIGHCONTRASTON
    return (settings.value(u"Flags"_s).toInt() & isOnFlag) != 0;
#else
    return QIcon::themeName().contains(u"HighContrast"_s, Qt::CaseInsensitive);
#endif
}

// The nearest thing a system palette has to each token.
QPalette::ColorRole systemRole(Token token)
{
    switch (token) {
    case Token::Window:
    case Token::Sidebar:
    case Token::Header: return QPalette::Window;
    case Token::Base:
    case Token::Alt:
    case Token::OkBg:
    case Token::WarnBg:
    case Token::BadBg: return QPalette::Base;
    case Token::Accent:
    case Token::AccentHover:
    case Token::Tint:
    case Token::TintStrong:
    case Token::Focus:
    case Token::Tier1:
    case Token::Tier2:
    case Token::Tier3: return QPalette::Highlight;
    case Token::OnAccent:
    case Token::OnTier2: return QPalette::HighlightedText;
    case Token::AccentText: return QPalette::Link;
    default: return QPalette::WindowText;
    }
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemPalette(QGuiApplication::palette())
    , m_isHighContrast(systemAsksForHighContrast())
{
    loadThemeResources();
    refresh();
}

QColor Theme::color(Token token) const
{
    return m_isHighContrast ? m_systemPalette.color(systemRole(token))
                            : tokenColor(m_scheme, token);
}

QIcon Theme::icon(const QString &name, Token token) const
{
    return QIcon(new ThemeIconEngine(*this, name, token)); // QIcon owns its engine
}

QPixmap Theme::iconPixmap(const QString &name, Token token, int size, qreal devicePixelRatio) const
{
    return m_icons.pixmap(name, color(token), size, devicePixelRatio);
}

void Theme::drawIcon(QPainter &painter, const QRect &rect, const QString &name, Token token,
                     int size) const
{
    const QPoint topLeft(rect.left() + (rect.width() - size) / 2,
                         rect.top() + (rect.height() - size) / 2);
    painter.drawPixmap(topLeft,
                       iconPixmap(name, token, size, painter.device()->devicePixelRatio()));
}

void Theme::apply(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(textFont(TextRole::Body));
    refresh();
}

void Theme::setPreference(SchemePreference preference)
{
    if (m_preference == preference)
        return;
    m_preference = preference;
    refresh();
    emit preferenceChanged(preference);
}

void Theme::toggleScheme()
{
    setPreference(m_scheme == Scheme::Light ? SchemePreference::Dark : SchemePreference::Light);
}

void Theme::setHighContrast(bool isOn)
{
    m_isHighContrast = isOn;
    refresh();
}

void Theme::refresh()
{
    constexpr int halfBright = 128;
    const bool isSystemDark = m_systemPalette.color(QPalette::Window).lightness() < halfBright;
    const bool isDark = m_preference == SchemePreference::Dark
        || (m_preference == SchemePreference::System && isSystemDark);
    m_scheme = isDark ? Scheme::Dark : Scheme::Light;
    m_icons.clear();
    if (m_application) {
        QApplication::setPalette(palette());
        m_application->setStyleSheet(m_isHighContrast ? QString() : styleSheetFor(m_scheme));
    }
    emit changed();
}

QPalette Theme::palette() const
{
    if (m_isHighContrast)
        return m_systemPalette;

    QPalette result;
    result.setColor(QPalette::Window, color(Token::Window));
    result.setColor(QPalette::WindowText, color(Token::Text));
    result.setColor(QPalette::Base, color(Token::Base));
    result.setColor(QPalette::AlternateBase, color(Token::Alt));
    result.setColor(QPalette::Text, color(Token::Text));
    result.setColor(QPalette::PlaceholderText, color(Token::Text3));
    result.setColor(QPalette::Button, color(Token::Base));
    result.setColor(QPalette::ButtonText, color(Token::Text));
    result.setColor(QPalette::BrightText, color(Token::OnAccent));
    result.setColor(QPalette::ToolTipBase, color(Token::Base));
    result.setColor(QPalette::ToolTipText, color(Token::Text));
    result.setColor(QPalette::Highlight, color(Token::Tint));
    result.setColor(QPalette::HighlightedText, color(Token::Text));
    result.setColor(QPalette::Link, color(Token::AccentText));
    result.setColor(QPalette::LinkVisited, color(Token::AccentText));
    result.setColor(QPalette::Light, color(Token::Base));
    result.setColor(QPalette::Midlight, color(Token::Grid));
    result.setColor(QPalette::Mid, color(Token::Border));
    result.setColor(QPalette::Dark, color(Token::InputBorder));
    result.setColor(QPalette::Shadow, color(Token::InputBorder));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, color(Token::Text3));
    return result;
}

} // namespace film::app
