#pragma once

#include "app/models/day_findings.h"
#include "shared/domain/day_approvals.h"

#include <QDate>

#include <optional>
#include <tuple>

namespace film::app {

// What a person wants to be told while the window is out of sight.
struct NoticeSettings {
    bool deadlines = true; // a meal or a wrap that comes near
    bool conflicts = true;
    bool sentBack = true;
    // Silence from one time of the day to the other, over midnight where that is earlier. The same
    // time twice: no silence.
    Minutes quietFrom{0};
    Minutes quietTo{0};

    [[nodiscard]] bool isQuietAt(Minutes time) const;

    friend bool operator==(const NoticeSettings &, const NoticeSettings &) = default;
};

// Decides what is told, and tells it once. What comes in a silence is told after it, if it is still
// so then.
class NoticeKeeper
{
public:
    static constexpr Minutes nearBy{15};

    void setSettings(const NoticeSettings &settings) { m_settings = settings; }
    [[nodiscard]] const NoticeSettings &settings() const { return m_settings; }

    // The next limit of that day; near is less than a quarter of an hour.
    [[nodiscard]] bool tellsLimit(QDate day, const DayFinding &limit, Minutes now);
    [[nodiscard]] bool tellsConflicts(int toReview, Minutes now);
    [[nodiscard]] bool tellsReturn(const SignOff &sentBack, Minutes now);

private:
    NoticeSettings m_settings;
    std::optional<std::tuple<QDate, FindingKind, size_t, Minutes>> m_limit; // that was told
    int m_conflicts = 0;
    std::optional<Instant> m_return;
};

} // namespace film::app
