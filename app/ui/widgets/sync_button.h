#pragma once

#include "app/ui/sync_state_text.h"

#include <QToolButton>

namespace film::app {

class Theme;

// The left end of the status bar: always an icon and words, tinted only when something waits
// for a person.
class SyncButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit SyncButton(const Theme &theme, QWidget *parent = nullptr);

    void setLook(const SyncLook &look);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    SyncLook m_look;
};

} // namespace film::app
