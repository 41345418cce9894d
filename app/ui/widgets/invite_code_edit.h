#pragma once

#include <QLineEdit>

namespace film::app {

// An invite code as it is read out over a radio: upper case, in groups of four, and without the
// letters and digits that are taken for each other (I, O, 0, 1).
class InviteCodeEdit final : public QLineEdit
{
    Q_OBJECT
public:
    static constexpr int codeLength = 12;

    explicit InviteCodeEdit(QWidget *parent = nullptr);

    [[nodiscard]] bool isComplete() const;
    // What was typed or pasted, put in that shape.
    [[nodiscard]] static QString shaped(const QString &typed);

private:
    void reshape();
};

} // namespace film::app
