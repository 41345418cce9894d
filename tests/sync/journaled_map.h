#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace film::simulation {

// A map whose changes since begin() can be taken back: what a transaction is to a fake database.
template<typename Key, typename Value>
class JournaledMap
{
public:
    [[nodiscard]] const std::map<Key, Value> &values() const { return m_values; }
    [[nodiscard]] const Value *find(const Key &key) const
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? nullptr : &found->second;
    }

    void set(const Key &key, Value value)
    {
        remember(key);
        m_values.insert_or_assign(key, std::move(value));
    }
    void erase(const Key &key)
    {
        remember(key);
        m_values.erase(key);
    }
    void replace(std::map<Key, Value> values)
    {
        if (!m_replaced)
            m_replaced = std::pair(m_values, m_journal);
        m_values = std::move(values);
    }

    void begin()
    {
        m_journal.clear();
        m_replaced.reset();
    }
    void rollback()
    {
        if (m_replaced) {
            m_values = std::move(m_replaced->first);
            m_journal = std::move(m_replaced->second);
            m_replaced.reset();
        }
        for (auto entry = m_journal.rbegin(); entry != m_journal.rend(); ++entry) {
            if (entry->second)
                m_values.insert_or_assign(entry->first, std::move(*entry->second));
            else
                m_values.erase(entry->first);
        }
        m_journal.clear();
    }

private:
    using Journal = std::vector<std::pair<Key, std::optional<Value>>>;

    void remember(const Key &key)
    {
        if (m_replaced)
            return;
        const Value *old = find(key);
        m_journal.emplace_back(key, old ? std::optional(*old) : std::nullopt);
    }

    std::map<Key, Value> m_values;
    Journal m_journal;
    std::optional<std::pair<std::map<Key, Value>, Journal>> m_replaced;
};

} // namespace film::simulation
