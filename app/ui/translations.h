#pragma once

#include <QList>
#include <QString>

#include <utility>

class QCoreApplication;

namespace film::app {

// The words in the person's language. English has its own file, for its plurals: "1 change",
// "2 changes". Once, before the first text is made.
void installTranslations(QCoreApplication &application);

// Of two letters, from the next installTranslations() on; empty for the system's.
void useLanguage(const QString &language);

// Those there are, each by the name its speakers give it, with its two letters.
[[nodiscard]] QList<std::pair<QString, QString>> languages();

} // namespace film::app
