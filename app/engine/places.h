#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace film::app {

// Where the productions of this computer lie: a folder for each production, and one more for
// each further device that somebody else joined as. Its name is also the name of the key.
class Places
{
public:
    explicit Places(QString dataDir)
        : m_dataDir(std::move(dataDir))
    {}

    [[nodiscard]] QString fileOf(const QString &place) const;
    [[nodiscard]] QString cardOf(const QString &place) const;
    // Those with a data file, by name.
    [[nodiscard]] QStringList all() const;
    // The one that was open last; without a note of it, as after a restored backup, the first.
    [[nodiscard]] std::optional<QString> last() const;
    [[nodiscard]] Result<> rememberLast(const QString &place) const;
    // For a device that has none yet. Never one that holds somebody's changes: what one device
    // wrote would be refused from another.
    [[nodiscard]] QString forNewDevice(ProductionId production, DeviceId device) const;

    [[nodiscard]] static std::optional<ProductionId> productionOf(const QString &place);

private:
    [[nodiscard]] bool isFree(const QString &place) const;

    QString m_dataDir;
};

} // namespace film::app
