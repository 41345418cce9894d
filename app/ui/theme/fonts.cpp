#include "app/ui/theme/fonts.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

struct RoleSize {
    int pixels;
    QFont::Weight weight;
};

RoleSize sizeOf(TextRole role)
{
    switch (role) {
    case TextRole::Body: return {13, QFont::Normal};
    case TextRole::Emphasis: return {13, QFont::DemiBold};
    case TextRole::Secondary: return {12, QFont::Normal};
    case TextRole::SecondaryEmphasis: return {12, QFont::DemiBold};
    case TextRole::Caption: return {11, QFont::Medium};
    case TextRole::Section: return {15, QFont::DemiBold};
    case TextRole::Title: return {20, QFont::DemiBold};
    case TextRole::QuickEntry: return {16, QFont::Normal};
    }
    Q_UNREACHABLE();
}

// A point is one pixel on macOS and 96/72 of one elsewhere.
qreal pointsFor(int pixels)
{
#ifdef Q_OS_MACOS
    return pixels;
#else
    return pixels * 72.0 / 96.0;
#endif
}

} // namespace

QFont textFont(TextRole role)
{
    const QString preferred = u"Inter"_s;
    // Asked once: looking through the system's families takes longer than making a widget.
    static const bool hasPreferred = QFontDatabase::hasFamily(preferred);
    QFont font =
        hasPreferred ? QFont(preferred) : QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const RoleSize size = sizeOf(role);
    font.setPointSizeF(pointsFor(size.pixels));
    font.setWeight(size.weight);
    return font;
}

} // namespace film::app
