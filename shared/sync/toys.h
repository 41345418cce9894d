#pragma once

namespace film::sync {

// Well-known wrong ways to do it, by their number in docs/decisions/0003-toys.md. They exist only
// in the copy of this library that the simulation's own check is built with: a simulation that
// does not catch them proves nothing. In every shipped program this is the constant false.
#ifdef FILM_SIMULATION_TOYS
[[nodiscard]] bool toy(int number);
void setToy(int number);
#else
[[nodiscard]] constexpr bool toy(int)
{
    return false;
}
#endif

} // namespace film::sync
