#pragma once

#include <QColor>
#include <QLatin1String>

namespace film::app {

enum class Scheme { Light, Dark };

// The colours by what they are for. Widgets and delegates name a token, never a colour: that
// is what keeps the contrast test (tests/ui/tst_theme.cpp) true for the whole application.
enum class Token {
    Window,
    Sidebar,
    Base,
    Alt,
    Header,
    Border,
    Grid,
    InputBorder,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    OnAccent,
    AccentText,
    Tint,
    TintStrong,
    Focus,
    Ok,
    OkBg,
    Warn,
    WarnBg,
    WarnLine,
    Bad,
    BadBg,
    BadLine,
    Tier1,
    Tier2,
    Tier3,
    NeutralBar,
    OnTier2,
    Thumb,
};

inline constexpr int tokenCount = int(Token::Thumb) + 1;

[[nodiscard]] QColor tokenColor(Scheme scheme, Token token);
// As the style sheet writes it: "inputBorder" for @inputBorder.
[[nodiscard]] QLatin1String tokenName(Token token);
// WCAG 2.1, from 1 to 21.
[[nodiscard]] qreal contrastRatio(const QColor &foreground, const QColor &background);

} // namespace film::app
