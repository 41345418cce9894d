#pragma once

#include "shared/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace film {

// What a function returns that can fail for reasons outside the program.
template <typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString message)
{
    return tl::unexpected<Error>(Error {code, std::move(message)});
}

} // namespace film
