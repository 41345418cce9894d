#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

struct redisContext;

namespace film::server {

// Connections to Redis for threads that wait, as many as wait at once. When it does not answer,
// nobody asks for a moment: a server that goes on without it must not wait for it each time.
// Callable from any thread.
class RedisPool
{
public:
    struct Settings {
        QString host;
        int port = 6379;
        QString user;
        QString password;
        int database = 0;
        // No options: nobody needs others but tests that do not wait.
        std::chrono::milliseconds answerMax{250};
        std::chrono::milliseconds pause{2'000}; // after it did not answer
    };
    // "redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]". InvalidInput, with a sentence.
    [[nodiscard]] static Result<Settings> read(const QString &url);

    explicit RedisPool(Settings settings);
    ~RedisPool();
    Q_DISABLE_COPY_MOVE(RedisPool)

    using Command = QByteArrayList;
    struct Answer {
        qint64 number = 0;
        std::optional<QByteArray> bytes; // nothing for a number and for what is not there
    };
    // The answers to all, in one round trip. Offline if one of them did not come, or is an error.
    [[nodiscard]] Result<std::vector<Answer>> run(const std::vector<Command> &commands);
    // As far as the last one who asked knows.
    [[nodiscard]] bool isUp() const;

private:
    struct Free {
        void operator()(redisContext *context) const;
    };
    using Connection = std::unique_ptr<redisContext, Free>;

    [[nodiscard]] Result<Connection> take();
    [[nodiscard]] Result<Connection> connect() const;
    void giveBack(Connection connection);
    [[nodiscard]] Error lost(const QString &why);

    const Settings m_settings;
    mutable std::mutex m_mutex;
    std::vector<Connection> m_idle; // this and the next behind the mutex
    std::optional<std::chrono::steady_clock::time_point> m_lost;
};

} // namespace film::server
