#pragma once

#include "app/ui/theme/tokens.h"

#include <QPushButton>

namespace film::app {

class Theme;

// A push button that says its own shortcut in small letters: "Save day  Enter". The hint is
// what is printed; the key itself belongs to the action or page that owns it.
class KeyHintButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Look { Plain, Primary };

    KeyHintButton(const Theme &theme, Look look, const QString &text, QWidget *parent = nullptr);

    void setHint(const QString &keys);
    [[nodiscard]] QString hint() const { return m_hint; }
    void setIconName(const QString &name);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] Token textToken() const;

    const Theme &m_theme;
    Look m_look;
    QString m_hint;
    QString m_iconName;
};

} // namespace film::app
