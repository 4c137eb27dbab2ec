#pragma once
// Values as bytes and back, for files that only this program reads, and only the build of it that wrote them.
//
// Numbers, enumerations, times, strings, std::optional, std::pair, std::array, std::vector and std::variant of these, and every struct without
// constructors or base classes, member by member: one that is added later is never forgotten. A type that needs its own way has write_value and
// read_value beside it. The order of bytes is the machine's, and nothing says what stands where: whoever reads must know that the bytes are
// whole and were written by the same program.

#include "base/source.hpp"

#include <boost/pfr/core.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace pressrum {

class ArchiveWriter {
public:
    ArchiveWriter() = default;
    // Where the number of a file changes when another comes or goes, a Span names it as this says, by that number.
    explicit ArchiveWriter(const std::vector<std::uint64_t>& files) : files_(&files) {}

    const std::string& bytes() const { return bytes_; }
    std::string take() && { return std::move(bytes_); }
    void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

    template <class T>
    void operator()(const T& value);

private:
    std::string bytes_;
    const std::vector<std::uint64_t>* files_ = nullptr;
};

// Of bytes that end too soon the rest is read as nothing, and sound() is false.
class ArchiveReader {
public:
    // `file`: the one that a Span of file 0 is in, where all files were called alike.
    explicit ArchiveReader(std::string_view bytes, FileId file = 0) : rest_(bytes), file_(file) {}

    // Whether everything was there; at the end, whether nothing was left over.
    bool sound() const { return sound_; }
    bool finished() const { return sound_ && rest_.empty(); }
    void give_up() { sound_ = false; }

    std::string_view raw(std::size_t size) {
        if (size > rest_.size()) sound_ = false;
        if (!sound_) return {};
        const std::string_view part = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return part;
    }

    template <class T>
    void operator()(T& value);
    template <class T>
    T read() {
        T value{};
        (*this)(value);
        return value;
    }
    // How many items follow: never more than there are bytes left.
    std::size_t count() {
        const auto items = read<std::uint64_t>();
        if (items > rest_.size()) sound_ = false;
        return sound_ ? static_cast<std::size_t>(items) : 0;
    }

private:
    std::string_view rest_;
    FileId file_;
    bool sound_ = true;
};

namespace archive {

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <class T>
concept Counting = std::unsigned_integral<T> && sizeof(T) > 1;
template <class T>
concept WrittenItsWay = requires(ArchiveWriter& writer, const T& value) {
    write_value(writer, value);
};
template <class T>
concept ReadItsWay = requires(ArchiveReader& reader, T& value) {
    read_value(reader, value);
};

template <class T, template <class...> class Template>
struct Is : std::false_type {};
template <class... Parts, template <class...> class Template>
struct Is<Template<Parts...>, Template> : std::true_type {};
template <class T, template <class...> class Template>
concept A = Is<T, Template>::value;

template <class T>
struct IsArray : std::false_type {};
template <class T, std::size_t N>
struct IsArray<std::array<T, N>> : std::true_type {};

}  // namespace archive

template <class T>
void ArchiveWriter::operator()(const T& value) {
    if constexpr (archive::WrittenItsWay<T>) {
        write_value(*this, value);
    } else if constexpr (archive::Counting<T>) {
        // Most numbers are small: seven bits a byte, the last one without its highest bit.
        std::uint64_t rest = static_cast<std::uint64_t>(value);
        for (; rest >= 0x80; rest >>= 7) bytes_.push_back(static_cast<char>(rest | 0x80));
        bytes_.push_back(static_cast<char>(rest));
    } else if constexpr (archive::Plain<T>) {
        raw(&value, sizeof value);
    } else if constexpr (std::same_as<T, Span>) {
        (*this)(files_ != nullptr && value.file < files_->size() ? (*files_)[value.file] : std::uint64_t{value.file});
        (*this)(value.begin);
        (*this)(value.end);
    } else if constexpr (archive::A<T, std::chrono::time_point>) {
        (*this)(value.time_since_epoch());
    } else if constexpr (archive::A<T, std::chrono::duration>) {
        (*this)(value.count());
    } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
        (*this)(static_cast<int>(value.year()));
        (*this)(static_cast<unsigned>(value.month()));
        (*this)(static_cast<unsigned>(value.day()));
    } else if constexpr (std::same_as<T, std::chrono::weekday>) {
        (*this)(value.c_encoding());
    } else if constexpr (std::same_as<T, std::string>) {
        (*this)(static_cast<std::uint64_t>(value.size()));
        raw(value.data(), value.size());
    } else if constexpr (archive::A<T, std::optional>) {
        (*this)(value.has_value());
        if (value) (*this)(*value);
    } else if constexpr (archive::A<T, std::pair>) {
        (*this)(value.first);
        (*this)(value.second);
    } else if constexpr (archive::A<T, std::vector>) {
        (*this)(static_cast<std::uint64_t>(value.size()));
        for (const auto& each : value) (*this)(each);
    } else if constexpr (archive::IsArray<T>::value) {
        for (const auto& each : value) (*this)(each);
    } else if constexpr (archive::A<T, std::variant>) {
        (*this)(static_cast<std::uint8_t>(value.index()));
        std::visit(*this, value);
    } else {
        static_assert(std::is_aggregate_v<T>, "a type with constructors needs write_value and read_value");
        boost::pfr::for_each_field(value, [this](const auto& member) { (*this)(member); });  // which copies what it is given
    }
}

namespace archive {

template <class Variant, std::size_t I = 0>
void read_variant(ArchiveReader& reader, Variant& value, std::size_t index) {
    if constexpr (I == std::variant_size_v<Variant>) {
        reader.give_up();
    } else {
        if (index != I) return read_variant<Variant, I + 1>(reader, value, index);
        reader(value.template emplace<I>());
    }
}

}  // namespace archive

template <class T>
void ArchiveReader::operator()(T& value) {
    if constexpr (archive::ReadItsWay<T>) {
        read_value(*this, value);
    } else if constexpr (std::same_as<T, Span>) {
        value.file = static_cast<FileId>(read<std::uint64_t>());
        if (value.file == 0) value.file = file_;
        (*this)(value.begin);
        (*this)(value.end);
    } else if constexpr (archive::Counting<T>) {
        std::uint64_t number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::string_view byte = raw(1);
            if (byte.empty()) break;
            number |= std::uint64_t{static_cast<unsigned char>(byte[0]) & 0x7Fu} << shift;
            if ((static_cast<unsigned char>(byte[0]) & 0x80u) == 0) break;
        }
        value = static_cast<T>(number);
    } else if constexpr (std::same_as<T, bool>) {
        value = read<char>() != 0;  // of what is damaged it may be any byte, and a bool may not
    } else if constexpr (archive::Plain<T>) {
        if (const std::string_view part = raw(sizeof value); !part.empty()) std::memcpy(&value, part.data(), sizeof value);
    } else if constexpr (archive::A<T, std::chrono::time_point>) {
        value = T(read<typename T::duration>());
    } else if constexpr (archive::A<T, std::chrono::duration>) {
        value = T(read<typename T::rep>());
    } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
        const std::chrono::year year(read<int>());
        const std::chrono::month month(read<unsigned>());
        value = year / month / std::chrono::day(read<unsigned>());
    } else if constexpr (std::same_as<T, std::chrono::weekday>) {
        value = std::chrono::weekday(read<unsigned>());
    } else if constexpr (std::same_as<T, std::string>) {
        value = raw(count());
    } else if constexpr (archive::A<T, std::optional>) {
        if (read<bool>()) (*this)(value.emplace());
        else value.reset();
    } else if constexpr (archive::A<T, std::pair>) {
        (*this)(value.first);
        (*this)(value.second);
    } else if constexpr (archive::A<T, std::vector>) {
        value.clear();
        constexpr std::size_t kMostReserved = 1024;  // of what is damaged the count may be anything
        const std::size_t items = count();
        value.reserve(std::min(items, kMostReserved));
        for (std::size_t i = 0; i < items && sound(); ++i) (*this)(value.emplace_back());
    } else if constexpr (archive::IsArray<T>::value) {
        for (auto& each : value) (*this)(each);
    } else if constexpr (archive::A<T, std::variant>) {
        archive::read_variant(*this, value, read<std::uint8_t>());
    } else {
        static_assert(std::is_aggregate_v<T>, "a type with constructors needs write_value and read_value");
        boost::pfr::for_each_field(value, [this](auto& member) { (*this)(member); });
    }
}

}  // namespace pressrum
