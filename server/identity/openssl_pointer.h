#pragma once

#include <memory>

namespace film::server {

// Frees what OpenSSL made: OpensslPointer<EVP_PKEY, EVP_PKEY_free>.
template<auto Free>
struct Freeing {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
template<typename T, auto Free>
using OpensslPointer = std::unique_ptr<T, Freeing<Free>>;

} // namespace film::server
