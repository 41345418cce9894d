#pragma once

#include <QString>
#include <QStringView>

#include <array>

namespace film::rules {

enum class Language : quint8 { English, German, French, Spanish };
inline constexpr std::array<QStringView, 4> languageCodes{u"en", u"de", u"fr", u"es"};

// What a pack says to people. English is always there and stands in for what is missing.
struct LocalText {
    std::array<QString, languageCodes.size()> byLanguage;

    [[nodiscard]] const QString &english() const { return byLanguage.front(); }
    [[nodiscard]] const QString &in(Language language) const
    {
        const QString &text = byLanguage.at(size_t(language));
        return text.isEmpty() ? english() : text;
    }
};

} // namespace film::rules
