#include "import/classify.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/contacts.hpp"
#include "import/labels.hpp"
#include "import/photos.hpp"
#include "link/quotes/reading.hpp"
#include "read/markdown/run.hpp"
#include "read/markdown/traps.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pressrum {
namespace {

using Form = Block::Form;

constexpr std::size_t kMaxTitle = 150;  // characters
constexpr std::size_t kMaxHeading = 80;
constexpr std::size_t kMaxLead = 600;
constexpr std::size_t kShortestLead = 30;
constexpr std::size_t kMaxHeadLines = 8;
constexpr std::size_t kMaxListItems = 40;  // that were written with dashes
constexpr std::string_view kQuoteMarks[] = {"”", "“", "»", "«", "\""};
constexpr std::size_t kMaxContactBlocks = 5;  // each is compared with all people

bool is_paragraph(const Block& block) { return block.form == Form::paragraph; }

class Classifier {
public:
    Classifier(std::vector<Block> blocks, const ImportSite& site, const DateNames& names, Draft& draft)
        : blocks_(std::move(blocks)), site_(site), names_(names), draft_(draft) {
        std::set<unsigned> groups;
        for (const Block& block : blocks_) groups.insert(block.group);
        spaced_ = groups.size() * 2 > blocks_.size();
        for (std::uint32_t i = 0; i < blocks_.size(); ++i) blocks_[i].number = i;
    }

    void run() {
        take_head();
        take_title();
        take_head();
        read_statements();
        take_labelled();
        take_place();
        take_about();
        find_headings();
        take_lead();
        draft_.body = std::move(blocks_);
    }

private:
    std::string text(std::size_t i) const { return blocks_[i].text(); }

    bool is_statement(std::size_t i) const { return is_paragraph(blocks_[i]) && begins_with_talstreck(text(i)); }

    void erase(std::size_t begin, std::size_t count = 1) {
        const auto first = blocks_.begin() + static_cast<std::ptrdiff_t>(begin);
        blocks_.erase(first, first + static_cast<std::ptrdiff_t>(count));
    }

    void remark(std::size_t block, const Words& words, std::vector<std::string> values = {}) {
        draft_.remarks.push_back({block, words, std::move(values)});
    }

    // ------------------------------------------------------------ the head

    void take_head() {
        for (std::size_t n = 0; n < kMaxHeadLines && !blocks_.empty() && is_paragraph(blocks_.front()); ++n) {
            if (!take_kicker() && !take_date_line() && !is_letterhead()) return;
            erase(0);
        }
    }

    // The organisation's own name above the title; every page of the site has it.
    bool is_letterhead() const {
        const Text& name = site_.config.organization.name;
        return blocks_.size() > 2 && ((name.given() && text(0) == *name) || text(0) == *site_.config.title);
    }

    // "Pressmeddelande", "Pressmeddelande från Ekinge kommun 2024-05-02". False leaves the line where it is, perhaps shorter.
    bool take_kicker() {
        const std::string line = text(0);
        const auto kicker = find_kicker(line);
        if (!kicker || !draft_.kind.empty()) return false;
        const std::string_view after = std::string_view(line).substr(kicker->size);
        std::string_view rest = trim(after);
        while (!rest.empty() && (rest.front() == ':' || rest.front() == ',' || rest.front() == '|')) rest = trim(rest.substr(1));
        for (const std::string_view from : {"från ", "from "}) {
            if (!rest.starts_with(from)) continue;
            const std::string& name = site_.config.organization.name.given() ? *site_.config.organization.name : *site_.config.title;
            const std::string_view who = rest.substr(from.size());
            if (!name.empty() && who.starts_with(name)) rest = trim(who.substr(name.size()));
        }
        while (rest.starts_with("–") || rest.starts_with(",")) rest = trim(rest.substr(rest.starts_with(",") ? 1 : 3));
        if (rest.empty()) {
            draft_.kind = kicker->kind;
            return true;
        }
        if (set_date(rest, line)) {
            draft_.kind = kicker->kind;
            return true;
        }
        // "Pressmeddelande: Vi bygger ut": what follows the colon is the title. "Inbjudan: följ med upp" stays as it is.
        if (after.starts_with(':') && rest.data() >= line.data()) {
            draft_.kind = kicker->kind;
            if (kicker->kind == "press-release") blocks_.front().drop_front(static_cast<std::size_t>(rest.data() - line.data()));
        }
        return false;
    }

    bool take_date_line() {
        const std::string line = text(0);
        if (const auto label = find_label(line); label && label->label == Label::published && label->value.empty()) {
            draft_.bare_published = true;
            return true;
        }
        if (draft_.published) return false;
        return set_date(line, line);
    }

    bool set_date(std::string_view part, const std::string& line) {
        const auto day = read_date_line(part, names_);
        if (!day || draft_.published) return false;
        draft_.published = day->day;
        draft_.published_text = line;
        if (!day->place.empty()) draft_.place = day->place;
        return true;
    }

    void take_title() {
        const auto marked = std::find_if(blocks_.begin(), blocks_.end(), [](const Block& block) { return block.form == Form::title; });
        std::size_t at = static_cast<std::size_t>(marked - blocks_.begin());
        if (marked == blocks_.end()) at = 0;
        if (blocks_.empty()) return;
        const Block& block = blocks_[at];
        const std::string title = block.text();
        // One short sentence above longer ones may be the title; it is asked about.
        draft_.title_is_sentence = title.ends_with('.') && count_characters(title) <= kMaxHeading &&
                                   title.find(". ") == std::string::npos && at == 0 && blocks_.size() > 1 && stands_alone(0) &&
                                   is_paragraph(blocks_[1]) && !begins_with_talstreck(text(1)) &&
                                   count_characters(text(1)) > count_characters(title);
        const bool fits =
            block.form == Form::title || block.form == Form::heading ||
            (is_paragraph(block) && !begins_with_talstreck(title) && !title.starts_with('-') && count_characters(title) <= kMaxTitle &&
             (!title.ends_with('.') || draft_.title_is_sentence) && !title.ends_with(',') && !title.ends_with(':') && !find_label(title) &&
             blocks_.size() > 1 && !title.starts_with("”") && !title.starts_with("\""));
        if (!fits || to_slug(title).empty()) {
            draft_.title_is_sentence = false;
            return;
        }
        draft_.title = title;
        erase(at);
    }

    // ------------------------------------------------------------ what is said

    void read_statements() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            Block& block = blocks_[i];
            const std::string line = text(i);
            if (is_paragraph(block) && begins_with_talstreck(line)) {
                const std::size_t list = dash_list(i);
                if (list > 0) {
                    for (std::size_t j = i; j < i + list; ++j) make_item(j);
                    remark_at(i, {"raderna lästes som en punktlista; skriv talstreck (–) och en tom rad mellan dem om de är citat",
                                  "the lines were read as a list; write dashes (–) and an empty line between them if they are quotes"});
                    i += list - 1;
                    continue;
                }
                make_statement(i);
            } else if (block.form == Form::hyphen && reads_as_quotation(line)) {
                blocks_[i].form = Form::paragraph;
                blocks_[i].runs.insert(blocks_[i].runs.begin(), Run{"– "});
            } else if (block.form == Form::hyphen && i > 0 && (is_statement(i - 1) || leads_to_speech(i - 1)) && stands_alone(i) &&
                       ends_sentence(line)) {
                blocks_[i].form = Form::paragraph;
                blocks_[i].runs.insert(blocks_[i].runs.begin(), Run{"– "});
                remark_at(i, {"bindestrecket lästes som ett talstreck; skriv - om raden är en punkt i en lista",
                              "the hyphen was read as a dash; write - if the line is an item of a list"});
            } else if (is_paragraph(block) && line.size() > 1 && line[0] == '-' && line[1] != '-' &&
                       reads_as_quotation(std::string_view(line).substr(1))) {
                block.drop_front(1);
                block.runs.insert(block.runs.begin(), Run{"– "});
            }
        }
    }

    // "Karin Alm (C) säger:"
    bool leads_to_speech(std::size_t i) const { return text(i).ends_with(':') && read_paragraph(text(i), "sv").leads_on; }

    // Two or more lines with dashes directly below one that ends with a colon, none of them a sentence: a list.
    std::size_t dash_list(std::size_t i) const {
        if (i == 0 || !text(i - 1).ends_with(':') || leads_to_speech(i - 1)) return 0;
        std::size_t count = 0;
        for (std::size_t j = i; j < blocks_.size() && is_statement(j) && (j == i || blocks_[j].group == blocks_[i].group || !spaced_);
             ++j) {
            if (ends_sentence(text(j)) || reads_as_quotation(text(j)) || ++count > kMaxListItems) return 0;
        }
        return count >= 2 ? count : 0;
    }

    void drop_dash(std::size_t i) {
        const std::string line = text(i);
        std::size_t words = 3;
        while (words < line.size() && line[words] == ' ') ++words;
        blocks_[i].drop_front(words);
    }

    void make_item(std::size_t i) {
        drop_dash(i);
        blocks_[i].form = Form::bullet;
    }

    void make_statement(std::size_t i) {
        drop_dash(i);
        blocks_[i].runs.insert(blocks_[i].runs.begin(), Run{"– "});
    }

    // Blocks still move; a remark finds its own by the number.
    void remark_at(std::size_t i, const Words& words) { late_.push_back({blocks_[i].number, words}); }

    bool stands_alone(std::size_t i) const {
        if (!spaced_) return true;
        const bool after = i == 0 || blocks_[i - 1].group != blocks_[i].group;
        return after && (i + 1 == blocks_.size() || blocks_[i + 1].group != blocks_[i].group);
    }

    // ------------------------------------------------------------ labelled lines

    void take_labelled() {
        std::vector<Block> kept;
        std::size_t contact_blocks = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            Block& block = blocks_[i];
            const std::string line = text(i);
            if (is_paragraph(block) && !begins_with_talstreck(line)) {
                const auto label = find_label(line);
                if (label && label->label == Label::contact && contact_blocks < kMaxContactBlocks && line.size() <= 200) {
                    ++contact_blocks;
                    FoundContacts found = find_contacts(std::span(blocks_).subspan(i), site_.people);
                    if (found.blocks > 0) {
                        for (std::string& key : found.keys) {
                            if (std::find(draft_.contacts.begin(), draft_.contacts.end(), key) == draft_.contacts.end())
                                draft_.contacts.push_back(std::move(key));
                        }
                        // The lines leave the text only when people.yaml says all that they say.
                        if (found.open.empty()) {
                            i += found.blocks - 1;
                            continue;
                        }
                        for (std::string& each : found.open) draft_.open_contacts.push_back(std::move(each));
                        for (std::size_t j = i; j < i + found.blocks; ++j) kept.push_back(std::move(blocks_[j]));
                        i += found.blocks - 1;
                        continue;
                    }
                }
                if (take_photo(line, label, draft_.photos)) continue;
                if (label && label->label == Label::diary_number && draft_.diary_number.empty() && is_number_of_diary(label->value)) {
                    draft_.diary_number = label->value;
                    continue;
                }
                if (label && label->label == Label::published && label->value.empty()) {
                    draft_.bare_published = true;
                    continue;
                }
                if (label && label->label == Label::published && !draft_.published && to_lower(line).starts_with("publi") &&
                    set_date(line, line))
                    continue;
            }
            kept.push_back(std::move(block));
        }
        blocks_ = std::move(kept);
    }

    // "KS 2024/123", not "för ärendet finns hos registrator."
    static bool is_number_of_diary(std::string_view text) {
        return text.size() <= 80 && text.find_first_of("0123456789") != std::string_view::npos && split(text, ' ').size() <= 4;
    }

    // ------------------------------------------------------------ place, boilerplate

    // A name alone on the last line of the text.
    void take_place() {
        if (blocks_.size() < 2 || !draft_.place.empty()) return;
        const std::size_t last = blocks_.size() - 1;
        const std::string line = text(last);
        if (!is_paragraph(blocks_[last]) || !stands_alone(last) || !is_place_like(line)) return;
        const Organization& own = site_.config.organization;
        const bool known = (own.place.given() && *own.place == line) || (own.address.given() && (*own.address).ends_with(" " + line));
        const bool person =
            std::any_of(site_.people.begin(), site_.people.end(), [&](const auto& each) { return *each.second.name == line; });
        if (person || (!known && line.find(' ') != std::string::npos)) return;
        draft_.place = line;
        erase(last);
        draft_.place_is_open = !known && !is_named_in_text(line);  // "Välkomna" is a lone word, too
    }

    bool is_named_in_text(const std::string& name) const {
        return draft_.title.find(name) != std::string::npos || std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) {
                   return block.text().find(name) != std::string::npos;
               });
    }

    // "Om Ekinge kommun" with the words of site.yaml stands on every page already.
    void take_about() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const std::string line = text(i);
            const bool heading =
                (line.starts_with("Om ") || line.starts_with("About ")) && count_characters(line) <= kMaxHeading && !ends_sentence(line);
            if (!heading || i + 1 >= blocks_.size() || blocks_.size() - i > 8) continue;
            std::string words;
            for (std::size_t j = i + 1; j < blocks_.size(); ++j) words += (words.empty() ? "" : " ") + text(j);
            const Text& about = site_.config.organization.about;
            if (about.given() && squeeze(*about) == squeeze(words)) erase(i, blocks_.size() - i);
            else about_ = line;
            return;
        }
    }

    // ------------------------------------------------------------ headings and lead

    bool is_longer_text(std::size_t i) const {
        if (i >= blocks_.size()) return false;
        const Block& block = blocks_[i];
        const std::string line = text(i);
        return !is_paragraph(block) || begins_with_talstreck(line) || ends_sentence(line) || line.ends_with(':') ||
               count_characters(line) > kMaxHeading;
    }

    // "Karin Alm: ”Vi bygger nu”"
    static bool is_quotation(const std::string& line) {
        const bool marked = std::any_of(std::begin(kQuoteMarks), std::end(kQuoteMarks),
                                        [&](std::string_view mark) { return line.find(mark) != std::string::npos; });
        if (!marked) return false;
        const Reading reading = read_paragraph(line, "sv");
        return reading.first_with_attribution() != nullptr || reading.question;
    }

    void find_headings() {
        for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
            Block& block = blocks_[i];
            if (!is_paragraph(block) || !stands_alone(i)) continue;
            const std::string line = text(i);
            if (line.empty() || count_characters(line) > kMaxHeading || begins_with_talstreck(line)) continue;
            const char32_t first = character_at(line, 0).code;
            const bool begins = is_upper_case(first) || is_digit(first);
            const bool ends = std::string_view(".,:;!…").find(line.back()) == std::string_view::npos && !line.ends_with("…");
            if (!begins || !ends || has_phone_or_email(line) || find_label(line) || !is_longer_text(i + 1)) continue;
            if (is_quotation(line)) continue;
            block.form = Form::heading;
            block.level = 2;
        }
        for (Block& block : blocks_) {
            if (block.form != Form::heading && block.form != Form::title) continue;
            block.form = Form::heading;
            for (Run& run : block.runs) run.bold = false;
        }
    }

    // "Ekinge, 2024-05-02 – Kommunen bygger": the place and the day before the dash.
    void take_date_before_lead() {
        const std::string line = text(0);
        for (const std::string_view dash : {" – ", " - ", " — "}) {
            const std::size_t at = line.find(dash);
            if (at == std::string::npos || at > 60 || draft_.published) continue;
            if (!set_date(std::string_view(line).substr(0, at), line.substr(0, at))) continue;
            blocks_.front().drop_front(at + dash.size());
            return;
        }
    }

    void take_lead() {
        if (!blocks_.empty() && is_paragraph(blocks_.front()) && !is_statement(0)) take_date_before_lead();
        std::size_t paragraphs = 0;
        while (paragraphs < blocks_.size() && is_paragraph(blocks_[paragraphs]) && !is_statement(paragraphs)) ++paragraphs;
        finish_remarks();
        if (paragraphs == 0 || blocks_.size() < 2) return;
        const Block& first = blocks_.front();
        const std::string line = first.text();
        const bool plain = std::all_of(first.runs.begin(), first.runs.end(), [](const Run& run) { return run.url.empty(); });
        const std::size_t length = count_characters(line);
        const bool fits = plain && length >= kShortestLead && length <= kMaxLead && ends_sentence(line) && !line.starts_with("”") &&
                          !line.starts_with('"');
        if (!fits) return;
        if (paragraphs > 1 && !(first.is_bold() && !blocks_[1].is_bold())) {
            draft_.lead_is_open = true;
            return;
        }
        draft_.lead = line;
        erase(0);
        for (Draft::Remark& each : draft_.remarks) --each.block;
    }

    void finish_remarks() {
        std::size_t next = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            while (next < late_.size() && late_[next].number < blocks_[i].number) ++next;
            if (next < late_.size() && late_[next].number == blocks_[i].number) remark(i, late_[next].words);
        }
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!about_.empty() && text(i) == about_)
                remark(
                    i,
                    {"\"{0}\" står redan på varje sida när organization.about finns i site.yaml; ta bort det ur texten om det är samma sak",
                     "\"{0}\" is on every page already when site.yaml has organization.about; remove it from the text if it is the same"},
                    {about_});
        }
    }

    struct Late {
        std::uint32_t number;  // of the block
        Words words;
    };

    std::vector<Block> blocks_;
    const ImportSite& site_;
    const DateNames& names_;
    Draft& draft_;
    bool spaced_ = false;  // most blocks stand with empty lines between
    std::vector<Late> late_;
    std::string about_;
};

}  // namespace

void classify(std::vector<Block> blocks, const ImportSite& site, const DateNames& names, Draft& draft) {
    Classifier(std::move(blocks), site, names, draft).run();
}

}  // namespace pressrum
