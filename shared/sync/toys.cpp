#include "shared/sync/toys.h"

#ifdef FILM_SIMULATION_TOYS

namespace film::sync {

namespace {
int activeToy = 0;
}

bool toy(int number)
{
    return activeToy == number;
}

void setToy(int number)
{
    activeToy = number;
}

} // namespace film::sync

#endif
