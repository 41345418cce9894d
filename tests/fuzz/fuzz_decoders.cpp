#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "tests/fuzz/fuzz_entries.h"
#include "tests/fuzz/typed_promises.h"

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

// The first saying may differ, by keys of later versions and by another way to pack a body; from
// then on there is one right way.
QString brokenByFrameOf(Sender sender, QByteArrayView bytes)
{
    const auto frame = decodeFrame(bytes, sender, limits::frameBytesMax);
    if (!frame || std::holds_alternative<UnknownMessage>(frame->message))
        return {};
    const QByteArray once = encodeFrame(*frame);
    const auto again = decodeFrame(once, sender, limits::frameBytesMax);
    // A body that was packed may be too large once it is packed the other way.
    if (!again)
        return once.size() > limits::frameBytesMax ? QString()
                                                   : u"a frame that is refused when said again"_s;
    return encodeFrame(*again) == once ? QString() : u"a frame that means two things"_s;
}

TimeField timeOf(quint8 byte)
{
    return byte == 0 ? TimeField() : TimeField::at(byte * 11);
}

DayTimes timesOf(quint8 call, quint8 wrap)
{
    DayTimes times;
    times.call = timeOf(call);
    times.wrap = timeOf(wrap);
    return times;
}

} // namespace

QString brokenByFrame(QByteArrayView input)
{
    for (const Sender sender : {Sender::Client, Sender::Server}) {
        if (const QString broken = brokenByFrameOf(sender, input); !broken.isEmpty())
            return broken;
    }
    return {};
}

QString brokenByEnvelope(QByteArrayView input)
{
    const auto envelope = decodeEnvelope(input.toByteArray());
    if (!envelope)
        return {};
    const QByteArray once = encodeEnvelope(*envelope);
    const auto again = decodeEnvelope(once);
    return again && encodeEnvelope(*again) == once ? QString()
                                                   : u"an envelope that means two things"_s;
}

QString brokenByRecords(QByteArrayView input)
{
    const QByteArray bytes = input.toByteArray();
    const auto groups = decodeGroups(bytes);
    if (groups && encodeGroups(*groups) != bytes)
        return u"groups that can be said in two ways"_s;
    const auto states = decodeEntities(bytes);
    if (states && !bytes.isEmpty() && encodeEntities(*states) != bytes)
        return u"records that can be said in two ways"_s;
    return {};
}

// Four bytes of what is known where the text is typed, then the text.
QString brokenByTypedText(QByteArrayView input)
{
    if (input.size() < 4)
        return {};
    const auto at = [&input](int i) { return static_cast<quint8>(input[i]); };
    const QString text = QString::fromUtf8(input.sliced(4));
    DayLineContext context;
    if (at(0) & 1)
        context.called = timesOf(at(1), at(2));
    if (at(0) & 2)
        context.dayBefore = timesOf(at(2), at(1));
    if (at(0) & 4)
        context.now = WallTime{Minutes(at(3) * 15), 0};
    context.pointStyle = static_cast<PointStyle>(at(0) / 8 % 3);
    const QString broken = brokenPromise(readDayLine(text, context), text);
    if (!broken.isEmpty())
        return broken;
    TimeContext word;
    word.field = static_cast<DayField>(at(3) % 7);
    word.previous = timeOf(at(1));
    word.call = timeOf(at(2));
    word.now = context.now;
    word.pointStyle = context.pointStyle;
    return brokenPromise(readTime(text.section(u' ', 0, 0), word));
}

} // namespace film::fuzz
