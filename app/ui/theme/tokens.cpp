#include "app/ui/theme/tokens.h"

#include <array>
#include <cmath>
#include <utility>

namespace film::app {

namespace {

struct TokenRow {
    const char *name;
    QRgb light;
    QRgb dark;
};

// In the order of Token.
constexpr std::array<TokenRow, tokenCount> tokenTable{{
    {"window", 0xf4f5f7, 0x1d1f24},      {"sidebar", 0xeaecf0, 0x17191d},
    {"base", 0xffffff, 0x212329},        {"alt", 0xf8f9fb, 0x25282e},
    {"header", 0xf0f1f4, 0x272a31},      {"border", 0xd8dce3, 0x3a3e47},
    {"grid", 0xe5e8ed, 0x30343c},        {"inputBorder", 0x858d9b, 0x79818f},
    {"text", 0x191d25, 0xe9ebf0},        {"text2", 0x4c5563, 0xb0b7c3},
    {"text3", 0x5f6876, 0x98a0ae},       {"accent", 0x2f55c7, 0x4468de},
    {"accentHover", 0x2747a8, 0x3a5ccc}, {"onAccent", 0xffffff, 0xffffff},
    {"accentText", 0x274ab3, 0xa3b8fb},  {"tint", 0xe2e9fa, 0x2a3452},
    {"tintStrong", 0xcbd8f6, 0x364570},  {"focus", 0x2f55c7, 0x8aa5ff},
    {"ok", 0x1a6b3c, 0x84d3a2},          {"okBg", 0xe1f2e7, 0x1e3629},
    {"warn", 0x874a00, 0xf3bc6b},        {"warnBg", 0xfcefd8, 0x3b2f1b},
    {"warnLine", 0xb76e00, 0xd99a3c},    {"bad", 0xb0271c, 0xff9f94},
    {"badBg", 0xfbe6e3, 0x452523},       {"badLine", 0xc9392c, 0xee7266},
    {"tier1", 0xa6bbf0, 0x35488a},       {"tier2", 0x5a7fe0, 0x6487ea},
    {"tier3", 0x22408f, 0xbfceff},       {"neutralBar", 0x8b94a4, 0x727a89},
    {"onTier2", 0x070d20, 0x0b1430},     {"thumb", 0xc3c8d1, 0x4a4f5a},
}};

// Relative luminance of one channel, WCAG 2.1.
qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Scheme scheme, Token token)
{
    const TokenRow &row = tokenTable[std::size_t(token)];
    return QColor::fromRgb(scheme == Scheme::Light ? row.light : row.dark);
}

QLatin1String tokenName(Token token)
{
    return QLatin1String(tokenTable[std::size_t(token)].name);
}

qreal contrastRatio(const QColor &foreground, const QColor &background)
{
    const qreal first = luminance(foreground) + 0.05;
    const qreal second = luminance(background) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace film::app
