#include "tests/fuzz/fuzz_entries.h"

#include <cstdio>
#include <cstdlib>

// One fuzzer for each entry: FILM_FUZZ_ENTRY is its function.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const QString broken = film::fuzz::FILM_FUZZ_ENTRY(input);
    if (broken.isEmpty())
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(broken));
    std::abort();
}
