#include "photos/metadata.hpp"

#include "base/text.hpp"
#include "base/windows_1252.hpp"

#include <exiv2/exiv2.hpp>

#include <initializer_list>

namespace pressrum {
namespace {

constexpr std::size_t kMaxBytes = 2000;  // of one text; a caption is a few hundred

// ---------------------------------------------------------------- reading

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        const bool broken = next.code == 0xFFFD && next.length == 1;
        if (broken) return false;
        at += next.length;
    }
    return true;
}

// EXIF and IPTC hold whatever the camera or the picture desk's program wrote.
std::string clean(std::string_view raw) {
    const bool utf8 = is_utf8(raw);
    std::string text;
    for (std::size_t at = 0; at < raw.size() && text.size() < kMaxBytes;) {
        const Character next = utf8 ? character_at(raw, at) : Character{windows_1252(static_cast<unsigned char>(raw[at])), 1};
        const bool control = next.code < 0x20 || (next.code >= 0x7F && next.code < 0xA0) || (next.code & 0xFFFE) == 0xFFFE;
        append_character(text, control ? U' ' : next.code);
        at += next.length;
    }
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// Of a list the first; of alternatives by language the usual one, else the first.
std::string first_words(const Exiv2::Value& value) {
    // Shown as a whole it would say of a text that begins with "type=" what the library takes that for.
    if (const auto* plain = dynamic_cast<const Exiv2::XmpTextValue*>(&value)) return plain->value_;
    const auto* by_language = dynamic_cast<const Exiv2::LangAltValue*>(&value);
    if (by_language == nullptr) return value.toString(0);
    const auto usual = by_language->value_.find("x-default");
    return usual != by_language->value_.end() ? usual->second
           : by_language->value_.empty()      ? std::string()
                                              : by_language->value_.begin()->second;
}

template <class Data, class Key>
std::string first_of(const Data& data, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const auto found = data.findKey(Key(key));
        if (found == data.end() || found->count() == 0) continue;
        std::string text = clean(first_words(found->value()));
        if (!text.empty()) return text;
    }
    return {};
}

std::string from_xmp(const Exiv2::XmpData& data, std::initializer_list<const char*> keys) {
    return first_of<Exiv2::XmpData, Exiv2::XmpKey>(data, keys);
}
std::string from_iptc(const Exiv2::IptcData& data, std::initializer_list<const char*> keys) {
    return first_of<Exiv2::IptcData, Exiv2::IptcKey>(data, keys);
}

std::string from_exif(const Exiv2::ExifData& data, const char* key) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? std::string() : clean(found->toString());
}

std::string either(std::string first, std::string second, std::string third = {}) {
    return !first.empty() ? first : !second.empty() ? second : third;
}

ReadMetadata read_from(const Exiv2::ExifData& exif, const Exiv2::IptcData& iptc, const Exiv2::XmpData& xmp) {
    ReadMetadata read;
    PictureWords& words = read.words;
    words.creator =
        either(from_xmp(xmp, {"Xmp.dc.creator"}), from_iptc(iptc, {"Iptc.Application2.Byline"}), from_exif(exif, "Exif.Image.Artist"));
    words.credit = either(from_xmp(xmp, {"Xmp.photoshop.Credit"}), from_iptc(iptc, {"Iptc.Application2.Credit"}));
    words.rights =
        either(from_xmp(xmp, {"Xmp.dc.rights"}), from_iptc(iptc, {"Iptc.Application2.Copyright"}), from_exif(exif, "Exif.Image.Copyright"));
    words.license_url = from_xmp(xmp, {"Xmp.xmpRights.WebStatement"});
    words.licensor_url = from_xmp(xmp, {"Xmp.plus.Licensor[1]/plus:LicensorURL"});
    words.terms = from_xmp(xmp, {"Xmp.xmpRights.UsageTerms"});
    words.description = either(from_xmp(xmp, {"Xmp.dc.description"}), from_iptc(iptc, {"Iptc.Application2.Caption"}),
                               from_exif(exif, "Exif.Image.ImageDescription"));
    words.source_type = from_xmp(xmp, {"Xmp.iptcExt.DigitalSourceType"});
    for (const Exiv2::Exifdatum& datum : exif) read.position = read.position || datum.tagName() == "GPSLatitude";
    for (const Exiv2::Xmpdatum& datum : xmp) read.position = read.position || datum.key() == "Xmp.exif.GPSLatitude";
    return read;
}

}  // namespace

ReadMetadata read_metadata(const std::string& file, const std::string& exif_bytes, const std::string& xmp_text) {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::enableBMFF(true);  // AVIF
    try {
        const auto image = Exiv2::ImageFactory::open(file);
        image->readMetadata();
        return read_from(image->exifData(), image->iptcData(), image->xmpData());
    } catch (const std::exception&) {
        // Not a kind of file that the library knows: its parts may still be readable.
    }
    Exiv2::ExifData exif;
    Exiv2::XmpData xmp;
    try {
        constexpr std::string_view kHead("Exif\0\0", 6);
        const std::string_view tiff = std::string_view(exif_bytes).substr(exif_bytes.starts_with(kHead) ? kHead.size() : 0);
        if (!tiff.empty())
            Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte*>(tiff.data()), static_cast<uint32_t>(tiff.size()));
    } catch (const std::exception&) {
        exif.clear();
    }
    try {
        if (!xmp_text.empty()) Exiv2::XmpParser::decode(xmp, xmp_text);
    } catch (const std::exception&) {
        xmp.clear();
    }
    return read_from(exif, {}, xmp);
}

PictureWords words_for(const PictureJob& job, const PictureWords& original) {
    const bool same_creator = job.creator.empty() || original.creator.empty() || names_the_same(original.creator, job.creator);
    PictureWords words = original;
    // Words of somebody whom the front matter does not name say nothing about rights here.
    if (!same_creator) words.credit = words.rights = words.license_url = words.licensor_url = words.terms = {};
    if (!job.creator.empty()) words.creator = job.creator;
    words.credit = either(words.credit, words.creator);
    words.rights = either(words.rights, job.rights);
    if (!job.license_url.empty()) words.license_url = job.license_url;
    if (!job.terms.empty()) words.terms = job.terms;
    return words;
}

// ---------------------------------------------------------------- writing

namespace {

enum class Xmp { text, list, by_language };

struct WordRow {
    std::string PictureWords::*word;
    const char* xmp;
    Xmp form;
    const char* iptc;  // null: IPTC has no place for it
    const char* exif;  // likewise
};
constexpr WordRow kWordRows[] = {
    {&PictureWords::creator, "Xmp.dc.creator", Xmp::list, "Iptc.Application2.Byline", "Exif.Image.Artist"},
    {&PictureWords::credit, "Xmp.photoshop.Credit", Xmp::text, "Iptc.Application2.Credit", nullptr},
    {&PictureWords::rights, "Xmp.dc.rights", Xmp::by_language, "Iptc.Application2.Copyright", "Exif.Image.Copyright"},
    {&PictureWords::license_url, "Xmp.xmpRights.WebStatement", Xmp::text, nullptr, nullptr},
    {&PictureWords::terms, "Xmp.xmpRights.UsageTerms", Xmp::by_language, nullptr, nullptr},
    {&PictureWords::description, "Xmp.dc.description", Xmp::by_language, "Iptc.Application2.Caption", "Exif.Image.ImageDescription"},
    {&PictureWords::source_type, "Xmp.iptcExt.DigitalSourceType", Xmp::text, nullptr, nullptr},
};

}  // namespace

std::string to_xmp(const PictureWords& words) {
    Exiv2::XmpData data;
    for (const WordRow& row : kWordRows) {
        const std::string& text = words.*row.word;
        if (text.empty()) continue;
        const auto value = Exiv2::Value::create(row.form == Xmp::text   ? Exiv2::xmpText
                                                : row.form == Xmp::list ? Exiv2::xmpSeq
                                                                        : Exiv2::langAlt);
        // Read, a text that begins with "type=" would be taken for the head of a list.
        if (auto* plain = dynamic_cast<Exiv2::XmpTextValue*>(value.get())) plain->value_ = text;
        else value->read(row.form == Xmp::by_language ? "lang=\"x-default\" " + text : text);
        data.add(Exiv2::XmpKey(row.xmp), value.get());
    }
    if (!words.rights.empty()) data["Xmp.xmpRights.Marked"] = "True";
    if (!words.licensor_url.empty()) {
        Exiv2::XmpTextValue list("");
        list.setXmpArrayType(Exiv2::XmpValue::xaSeq);
        data.add(Exiv2::XmpKey("Xmp.plus.Licensor"), &list);
        data["Xmp.plus.Licensor[1]/plus:LicensorURL"] = words.licensor_url;
    }
    if (data.empty()) return {};
    std::string packet;
    const bool written =
        Exiv2::XmpParser::encode(packet, data, Exiv2::XmpParser::useCompactFormat | Exiv2::XmpParser::omitPacketWrapper) == 0;
    return written ? packet : std::string();
}

std::string to_exif(const PictureWords& words) {
    Exiv2::ExifData data;
    for (const WordRow& row : kWordRows) {
        if (row.exif != nullptr && !(words.*row.word).empty()) data[row.exif] = words.*row.word;
    }
    if (data.empty()) return {};
    Exiv2::Blob tiff;
    Exiv2::ExifParser::encode(tiff, Exiv2::littleEndian, data);
    return std::string("Exif\0\0", 6) + std::string(tiff.begin(), tiff.end());
}

std::string to_iptc(const PictureWords& words) {
    Exiv2::IptcData data;
    data["Iptc.Envelope.CharacterSet"] = std::string("\x1B%G");  // UTF-8
    for (const WordRow& row : kWordRows) {
        if (row.iptc != nullptr && !(words.*row.word).empty()) data[row.iptc] = words.*row.word;
    }
    const Exiv2::DataBuf block = Exiv2::Photoshop::setIptcIrb(nullptr, 0, data);
    std::string segment("Photoshop 3.0\0", 14);
    segment.append(reinterpret_cast<const char*>(block.pData_), static_cast<std::size_t>(block.size_));
    return segment;
}

}  // namespace pressrum
