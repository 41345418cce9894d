#pragma once

#include "app/engine/secret_store.h"

class QWidget;

namespace film::app {

// Asks in a dialog where this computer has no key store. The question comes from the engine's
// thread and the answer goes back to it; neither waits for the other.
[[nodiscard]] PassphraseAsker passphrasePrompt(QWidget *window);

} // namespace film::app
