#pragma once

#include "app/ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace film::test {

// Pictures of a widget in both schemes, for a person to look at beside the design: written only
// where FILM_SHOT_DIR names a folder, so a test run leaves nothing behind.
inline void shoot(app::Theme &theme, QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FILM_SHOT_DIR");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const app::SchemePreference before = theme.preference();
    (void)widget.grab(); // what was said last may still change heights, from the inside out
    for (const bool isDark : {false, true}) {
        theme.setPreference(isDark ? app::SchemePreference::Dark : app::SchemePreference::Light);
        QCoreApplication::sendPostedEvents();
        const QString suffix = isDark ? QStringLiteral("-dark.png") : QStringLiteral(".png");
        widget.grab().save(QString(folder + u'/' + name + suffix));
    }
    theme.setPreference(before);
}

} // namespace film::test
