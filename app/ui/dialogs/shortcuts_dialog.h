#pragma once

#include <QDialog>

class QAction;

namespace film::app {

// F1: the keys of the commands that work on the screen behind it.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace film::app
