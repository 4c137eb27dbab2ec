#include "io/pictures/job.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <nlohmann/json.hpp>

namespace pressrum {
namespace {

using Json = nlohmann::json;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

constexpr std::pair<PictureFault, const char*> kFaults[] = {{PictureFault::none, "none"},
                                                            {PictureFault::damaged, "damaged"},
                                                            {PictureFault::not_a_photo, "not-a-photo"},
                                                            {PictureFault::too_large, "too-large"},
                                                            {PictureFault::too_demanding, "too-demanding"}};

const char* name_of(PictureFault fault) {
    for (const auto& [each, name] : kFaults) {
        if (each == fault) return name;
    }
    return "";
}

PictureFault fault_called(const std::string& name) {
    for (const auto& [fault, each] : kFaults) {
        if (name == each) return fault;
    }
    throw std::invalid_argument(name);
}

DerivativeKind kind_called(const std::string& ending) {
    for (std::size_t i = 0; i < kDerivativeKinds.size(); ++i) {
        if (ending == kDerivativeKinds[i].ending) return static_cast<DerivativeKind>(i);
    }
    throw std::invalid_argument(ending);
}

template <class T>
struct TextRow {
    const char* name;
    std::string T::*member;
};
// What a job asks for in words; the folder is only where it goes.
constexpr TextRow<PictureJob> kPictureRows[] = {{"creator", &PictureJob::creator},
                                                {"rights", &PictureJob::rights},
                                                {"license_url", &PictureJob::license_url},
                                                {"terms", &PictureJob::terms}};
constexpr TextRow<CardJob> kCardRows[] = {
    {"title", &CardJob::title},       {"kicker", &CardJob::kicker},         {"organization", &CardJob::organization},
    {"language", &CardJob::language}, {"background", &CardJob::background}, {"ink", &CardJob::ink}};

Json words_of(const PictureJob& job) {
    Json json = {{"kind", "photo"}};
    for (const auto& row : kPictureRows) json[row.name] = job.*row.member;
    return json;
}
Json words_of(const CardJob& job) {
    Json json = {{"kind", "card"}};
    for (const auto& row : kCardRows) json[row.name] = job.*row.member;
    return json;
}

int recipe_of(const PictureJob&) { return kPhotoRecipe; }
int recipe_of(const CardJob&) { return kCardRecipe; }

Json whole(const PictureJob& job) {
    Json json = words_of(job);
    json["file"] = job.file;
    json["folder"] = job.folder;
    json["threads"] = job.threads;
    return json;
}
Json whole(const CardJob& job) {
    Json json = words_of(job);
    json["logo"] = job.logo;
    json["folder"] = job.folder;
    return json;
}

Job read_job(const Json& json) {
    if (json.at("kind") == "card") {
        CardJob job;
        for (const auto& row : kCardRows) job.*row.member = json.at(row.name);
        job.logo = json.at("logo");
        job.folder = json.at("folder");
        return job;
    }
    PictureJob job;
    for (const auto& row : kPictureRows) job.*row.member = json.at(row.name);
    job.file = json.at("file");
    job.folder = json.at("folder");
    job.threads = json.at("threads");
    return job;
}

Json whole(const PictureAnswer& answer) {
    Json files = Json::array();
    for (const MadeFile& file : answer.files) {
        files.push_back({{"kind", std::string(row_of(file.kind).ending)},
                         {"file", file.file},
                         {"width", file.width},
                         {"height", file.height},
                         {"size", file.size},
                         {"digest", file.digest}});
    }
    return {{"fault", name_of(answer.fault)}, {"tone", answer.tone},         {"files", std::move(files)},
            {"creator", answer.creator},      {"position", answer.position}, {"moves", answer.moves}};
}

PictureAnswer read_answer(const Json& json) {
    PictureAnswer answer;
    answer.fault = fault_called(json.at("fault"));
    answer.tone = json.at("tone");
    answer.creator = json.at("creator");
    answer.position = json.at("position");
    answer.moves = json.at("moves");
    for (const Json& file : json.at("files"))
        answer.files.push_back(
            {kind_called(file.at("kind")), file.at("file"), file.at("width"), file.at("height"), file.at("size"), file.at("digest")});
    return answer;
}

// Any objection of the library or of `read` to the text means that it is not one.
template <class T>
std::optional<std::vector<T>> parsed(std::string_view text, T (*read)(const Json&)) {
    try {
        const Json json = Json::parse(text);
        if (!json.is_array()) return std::nullopt;
        std::vector<T> all;
        for (const Json& each : json) all.push_back(read(each));
        return all;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

bool names_the_same(std::string_view a, std::string_view b) {
    const std::string first = ascii_lower(a), second = ascii_lower(b);
    const std::string& whole = first.size() >= second.size() ? first : second;
    const std::string& part = first.size() >= second.size() ? second : first;
    const auto is_letter = [&](std::size_t at) {
        return at < whole.size() && (static_cast<unsigned char>(whole[at]) >= 0x80 || is_lower_ascii(whole[at]) || is_digit(whole[at]));
    };
    for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
        if (!is_letter(at - 1) && !is_letter(at + part.size())) return true;  // before the first byte is past every end
    }
    return false;
}

std::string to_json(const std::vector<Job>& jobs) {
    Json json = Json::array();
    for (const Job& job : jobs) json.push_back(std::visit([](const auto& each) { return whole(each); }, job));
    return dumped(json);
}

std::string to_json(const std::vector<PictureAnswer>& answers) {
    Json json = Json::array();
    for (const PictureAnswer& answer : answers) json.push_back(whole(answer));
    return dumped(json);
}

std::optional<std::vector<Job>> parse_jobs(std::string_view json) { return parsed<Job>(json, read_job); }
std::optional<std::vector<PictureAnswer>> parse_answers(std::string_view json) { return parsed<PictureAnswer>(json, read_answer); }

Sha256 job_key(const Job& job, const Sha256& source) {
    Json json = std::visit([](const auto& each) { return words_of(each); }, job);
    json["source"] = to_hex(source);
    json["recipe"] = std::visit([](const auto& each) { return recipe_of(each); }, job);
    json["widths"] = kDerivativeWidths;
    return sha256(dumped(json));
}

}  // namespace pressrum
