#pragma once

class QCoreApplication;
class QString;

namespace film::app {

// The words in the person's language. English has its own file, for its plurals: "1 change",
// "2 changes". Once, before the first text is made.
void installTranslations(QCoreApplication &application);

// Of two letters, from the next installTranslations() on; empty for the system's.
void useLanguage(const QString &language);

} // namespace film::app
