#pragma once

class QCoreApplication;

namespace film::app {

// The words in the person's language. English has its own file, for its plurals: "1 change",
// "2 changes". Once, before the first text is made.
void installTranslations(QCoreApplication &application);

} // namespace film::app
