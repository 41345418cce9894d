#pragma once

#include <concepts>
#include <type_traits>

namespace film::protocol {

// A message is described once, by a function that hands each field with its key to a visitor; the
// same description counts, writes and reads. `Is` lets it take the message const and not const.
template<typename M, typename T>
concept Is = std::same_as<std::remove_const_t<M>, T>;

} // namespace film::protocol
