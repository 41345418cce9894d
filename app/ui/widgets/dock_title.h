#pragma once

#include <QFrame>

class QDockWidget;

namespace film::app {

class Theme;

// The title of a dock in the design's look: its name and a button that closes it.
class DockTitle final : public QFrame
{
    Q_OBJECT
public:
    DockTitle(const Theme &theme, QDockWidget &dock);

signals:
    void closeRequested();
};

} // namespace film::app
