#pragma once

#include <QFuture>
#include <QPromise>

namespace film::test {

// An answer that is there already.
template<typename Value>
[[nodiscard]] QFuture<Value> readyFuture(Value value)
{
    QPromise<Value> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace film::test
