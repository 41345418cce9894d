#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;

namespace film::app {

// Asks once before several cards are signed, with the names of all of them.
class BulkApproveDialog final : public QDialog
{
    Q_OBJECT
public:
    // Without `needsPin` it was given a moment ago.
    BulkApproveDialog(const QString &question, const QStringList &names, bool needsPin,
                      QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *pinField() const { return m_pin; }

signals:
    void approveRequested(const QString &pin);

private:
    QLineEdit *m_pin;
};

} // namespace film::app
