#pragma once
// Windows-1252: what text that is not UTF-8 most likely is. Most programs that say Latin-1 mean it.

#include <array>

namespace pressrum {

// U+FFFD where it has nothing.
constexpr char32_t windows_1252(unsigned char byte) {
    // What it has where Latin-1 has control characters, from 0x80; 0: nothing.
    constexpr std::array<char16_t, 32> kOwn = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                               0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                               0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    if (byte < 0x80 || byte >= 0xA0) return byte;
    return kOwn[byte - 0x80U] == 0 ? char32_t{0xFFFD} : kOwn[byte - 0x80U];
}

}  // namespace pressrum
