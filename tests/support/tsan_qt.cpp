// What the thread sanitizer has to be told about Qt, which is not built with it: it does not see
// the locks around Qt's queues, and would take whatever goes from thread to thread for a race. The
// functions that hand something over are put in front of Qt's own of the same name here. Each says
// "before this" where a thing is handed over and "after that" where it arrives, about that one
// thing and nothing else, so that what is shared without being handed over is still found. Only in
// builds with FILM_SANITIZE=thread; no code of ours depends on it.

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <functional>

namespace {

using QtPrivate::QSlotObjectBase;

template<typename Function>
Function next(const char *symbol)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

// The sanitizer takes addresses as names; it does not look at what is there.
void beforeThis(const void *name)
{
    __tsan_release(const_cast<void *>(name));
}
void afterThat(const void *name)
{
    __tsan_acquire(const_cast<void *>(name));
}

// A slot or a posted function in another's clothes: it runs after it was handed over, after its
// sender's signal, and before whoever waits for its thread goes on.
class OrderedSlot final : public QSlotObjectBase
{
public:
    OrderedSlot(QSlotObjectBase *slot, const void *sender)
        : QSlotObjectBase(&work)
        , m_slot(slot)
        , m_sender(sender)
    {
        beforeThis(this);
    }

private:
    static void work(int what, QSlotObjectBase *self, QObject *receiver, void **values, bool *same)
    {
        auto *ordered = static_cast<OrderedSlot *>(self);
        switch (what) {
        case Destroy:
            afterThat(ordered);
            ordered->m_slot->destroyIfLastRef();
            delete ordered;
            break;
        case Call:
            afterThat(ordered);
            if (ordered->m_sender)
                afterThat(ordered->m_sender);
            ordered->m_slot->call(receiver, values);
            beforeThis(ordered); // Destroy, which may be in another thread
            beforeThis(QThread::currentThread());
            break;
        case Compare: *same = ordered->m_slot->compare(values); break;
        default: break;
        }
    }

    QSlotObjectBase *m_slot;
    const void *m_sender;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    using Invoke = bool (*)(QObject *, QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto invoke = next<Invoke>("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9Qt"
                                            "Private15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return invoke(object, new OrderedSlot(slot, nullptr), type, result);
}

QMetaObject::Connection QObject::connectImpl(const QObject *sender, void **signal,
                                             const QObject *receiver, void **method,
                                             QSlotObjectBase *slot, Qt::ConnectionType type,
                                             const int *types, const QMetaObject *senderClass)
{
    using Connect = QMetaObject::Connection (*)(const QObject *, void **, const QObject *, void **,
                                                QSlotObjectBase *, Qt::ConnectionType, const int *,
                                                const QMetaObject *);
    static const auto connect = next<Connect>(
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeE"
        "PKiPK11QMetaObject");
    return connect(sender, signal, receiver, method, new OrderedSlot(slot, sender), type, types,
                   senderClass);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *senderClass, int signal,
                           void **values)
{
    using Activate = void (*)(QObject *, const QMetaObject *, int, void **);
    static const auto activate = next<Activate>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    beforeThis(sender);
    activate(sender, senderClass, signal, values);
}

void QFutureInterfaceBase::setContinuation(std::function<void(const QFutureInterfaceBase &)> run,
                                           QFutureInterfaceBasePrivate *following)
{
    using Set = void (*)(QFutureInterfaceBase *, std::function<void(const QFutureInterfaceBase &)>,
                         QFutureInterfaceBasePrivate *);
    static const auto set = next<Set>("_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS"
                                      "_EEP27QFutureInterfaceBasePrivate");
    beforeThis(d);
    set(this, std::move(run), following);
}

void QFutureInterfaceBase::runContinuation() const
{
    using Run = void (*)(const QFutureInterfaceBase *);
    static const auto run = next<Run>("_ZNK20QFutureInterfaceBase15runContinuationEv");
    afterThat(d);
    run(this);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Wait = bool (*)(QThread *, QDeadlineTimer);
    static const auto wait = next<Wait>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool isOver = wait(this, deadline);
    if (isOver)
        afterThat(this);
    return isOver;
}
