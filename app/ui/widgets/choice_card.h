#pragma once

#include <QAbstractButton>

namespace film::app {

class Theme;

// One of a few ways to begin, large enough to read before choosing: icon, title, two lines.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceCard(const Theme &theme, const QString &iconName, const QString &title,
               const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_iconName;
    QString m_details;
};

} // namespace film::app
