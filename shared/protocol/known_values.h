#pragma once

#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"

// The values each enumeration may have on the wire. Private to this library.
namespace film::protocol::codec {

template<typename Enum>
struct Range {
    Enum first;
    Enum last;
};

template<typename Enum>
inline constexpr Range<Enum> knownValues{};
template<>
inline constexpr Range<EntityType> knownValues<EntityType>{EntityType::Production,
                                                           EntityType::Signature};
template<>
inline constexpr Range<Operation> knownValues<Operation>{Operation::Set, Operation::Note};
template<>
inline constexpr Range<InputMethod> knownValues<InputMethod>{InputMethod::Manual,
                                                             InputMethod::Timer};
template<>
inline constexpr Range<Outcome> knownValues<Outcome>{Outcome::Applied, Outcome::System};
template<>
inline constexpr Range<HelloOk::Verdict> knownValues<HelloOk::Verdict>{HelloOk::Verdict::Resume,
                                                                       HelloOk::Verdict::Resync};
template<>
inline constexpr Range<HelloOk::Mode> knownValues<HelloOk::Mode>{HelloOk::Mode::Full,
                                                                 HelloOk::Mode::ReadOnly};
template<>
inline constexpr Range<HelloNo::Code> knownValues<HelloNo::Code>{HelloNo::Code::Auth,
                                                                 HelloNo::Code::Unknown};
template<>
inline constexpr Range<Nack::Code> knownValues<Nack::Code>{Nack::Code::Busy, Nack::Code::LaneDown};
template<>
inline constexpr Range<GoAway::Code> knownValues<GoAway::Code>{GoAway::Code::Epoch,
                                                               GoAway::Code::Moved};
template<>
inline constexpr Range<JoinNo::Code> knownValues<JoinNo::Code>{JoinNo::Code::UnknownCode,
                                                               JoinNo::Code::Version};

} // namespace film::protocol::codec
