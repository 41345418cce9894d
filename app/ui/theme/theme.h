#pragma once

#include "app/ui/theme/fonts.h"
#include "app/ui/theme/icon_cache.h"
#include "app/ui/theme/tabular_figures.h"
#include "app/ui/theme/tokens.h"

#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;
class QPainter;

namespace film::app {

enum class SchemePreference { System, Light, Dark };

// The look of the application: colours by token, icons in those colours, figures that line up.
// One lives in main() and outlives every widget; each widget that paints is given a reference.
// GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    // Takes the system's palette as it is now; call apply() to dress the application.
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] SchemePreference preference() const { return m_preference; }
    // The system asked for high contrast: its palette rules, and there is no style sheet.
    [[nodiscard]] bool isHighContrast() const { return m_isHighContrast; }

    [[nodiscard]] QColor color(Token token) const;
    // Follows the scheme by itself; greyed when disabled.
    [[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text2) const;
    [[nodiscard]] QPixmap iconPixmap(const QString &name, Token token, int size,
                                     qreal devicePixelRatio) const;
    // For delegates: centred in `rect` at `size`.
    void drawIcon(QPainter &painter, const QRect &rect, const QString &name, Token token,
                  int size) const;
    [[nodiscard]] const TabularFigures &figures() const { return m_figures; }

    // Fusion, palette, font and style sheet. Once, before the first window.
    void apply(QApplication &application);

public slots:
    void setPreference(film::app::SchemePreference preference);
    // Ctrl+Shift+D: from what is shown now to the other one.
    void toggleScheme();
    void setHighContrast(bool isOn);

signals:
    // Colours moved: repaint what was painted by hand. Palettes and icons follow by themselves.
    void changed();
    void preferenceChanged(film::app::SchemePreference preference);

private:
    void refresh();
    [[nodiscard]] QPalette palette() const;

    QPalette m_systemPalette;
    QApplication *m_application = nullptr; // not ours; set by apply()
    Scheme m_scheme = Scheme::Light;
    SchemePreference m_preference = SchemePreference::System;
    bool m_isHighContrast = false;
    IconCache m_icons;
    TabularFigures m_figures;
};

} // namespace film::app
