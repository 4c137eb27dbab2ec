#include "import/docx.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/docx_styles.hpp"
#include "import/paragraphs.hpp"

#include <zip.h>
#include <pugixml.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace pressrum {
namespace {

constexpr int kMaxDepth = 60;            // of nested elements
constexpr std::size_t kMaxColumns = 20;  // as Markdown's tables
constexpr std::size_t kMaxBlocks = 20'000;

constexpr Words kBroken{"\"{0}\" är skadad och går inte att öppna; spara den igen som .docx",
                        "\"{0}\" is damaged and cannot be opened; save it again as .docx"};
constexpr Words kOther{"\"{0}\" är inget Word-dokument; spara det som .docx, eller klistra in texten",
                       "\"{0}\" is no Word document; save it as .docx, or paste the text"};
constexpr Words kTooLarge{"\"{0}\" är för stor för att vara ett pressmeddelande", "\"{0}\" is too large for a press release"};

class Archive {
public:
    explicit Archive(std::string_view bytes) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip_ = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
        if (zip_ == nullptr && source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() {
        if (zip_ != nullptr) zip_discard(zip_);
    }

    bool is_open() const { return zip_ != nullptr; }
    bool has(const char* name) const { return zip_name_locate(zip_, name, 0) >= 0; }

    // Nothing when it is not there, damaged, or larger than what is left of the bound, whatever size it says it has.
    std::optional<std::string> read(const char* name) {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(zip_, name, 0), &zip_fclose);
        if (!file) return std::nullopt;
        std::string bytes;
        char part[16 * 1024];
        for (;;) {
            const zip_int64_t count = zip_fread(file.get(), part, sizeof part);
            if (count < 0) return std::nullopt;
            if (count == 0) return bytes;
            left_ -= std::min<std::size_t>(left_, static_cast<std::size_t>(count));
            if (left_ == 0) {
                full_ = true;
                return std::nullopt;
            }
            bytes.append(part, static_cast<std::size_t>(count));
        }
    }
    bool is_too_large() const { return full_; }

private:
    zip_t* zip_ = nullptr;
    std::size_t left_ = kMaxDocumentBytes;
    bool full_ = false;
};

// Text as an XML file may hold it: normal form, no invisible or control characters. White space is kept as single spaces.
std::string words_of(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool broken = c.code == 0xFFFD && c.length == 1;
        if (c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0)) out += ' ';
        else if (!broken) out += text.substr(at, c.length);
        at += c.length;
    }
    return to_nfc(std::move(out));
}

bool is_on(pugi::xml_node property) {
    const std::string_view value = property.attribute("w:val").value();
    return property && value != "0" && value != "false" && value != "off";
}

// Stands around paragraphs, rows or cells and says nothing itself.
bool is_wrapping(std::string_view name) {
    return name == "w:sdt" || name == "w:sdtContent" || name == "w:ins" || name == "w:moveTo" || name == "w:smartTag" ||
           name == "w:customXml";
}

class Reader {
public:
    explicit Reader(DocxStyles styles) : styles_(std::move(styles)) {}

    bool is_too_deep() const { return too_deep_; }
    ReleaseText take() { return std::move(release_); }

    // Paragraphs and tables, including those within content controls and the like.
    void read_blocks(pugi::xml_node parent, int depth) {
        if (depth > kMaxDepth) {
            too_deep_ = true;
            return;
        }
        for (const pugi::xml_node node : parent.children()) {
            if (release_.blocks.size() > kMaxBlocks) return;
            const std::string_view name = node.name();
            if (name == "w:p") read_paragraph(node);
            else if (name == "w:tbl") read_table(node, depth);
            else if (is_wrapping(name)) read_blocks(node, depth + 1);
        }
    }

private:
    void read_paragraph(pugi::xml_node paragraph) {
        Block block;
        const pugi::xml_node properties = paragraph.child("w:pPr");
        const std::string_view style = properties.child("w:pStyle").attribute("w:val").value();
        if (const auto found = styles_.styles.find(style); found != styles_.styles.end()) {
            block.form = found->second.form;
            // The page's own title is level 1.
            block.level = std::max(2U, found->second.level);
        }
        const pugi::xml_node numbering = properties.child("w:numPr");
        if (numbering && block.form == Block::Form::paragraph) {
            const std::string_view number = numbering.child("w:numId").attribute("w:val").value();
            const auto list = styles_.lists.find(number);
            if (list != styles_.lists.end() && number != "0") {
                block.form = list->second;
                block.level = list->second == Block::Form::number ? ++count_[std::string(number)] : 2;
            }
        }
        lines_.assign(1, {});
        read_runs(paragraph, {}, 0);
        // A line break is a paragraph of its own in the same group, as in pasted text.
        bool any = false;
        for (std::vector<Run>& line : lines_) {
            clean(line);
            if (line.empty()) continue;
            Block part = block;
            part.group = group_;
            part.runs = std::move(line);
            take_typed_mark(part);
            release_.blocks.push_back(std::move(part));
            any = true;
        }
        // Paragraphs stand apart, whatever space the style gives them; those of one list together.
        if (any && block.form != Block::Form::bullet && block.form != Block::Form::number) ++group_;
        if (!any) ++group_;
    }

    // A bullet that was typed, not made by the program, is read as in pasted text.
    static void take_typed_mark(Block& block) {
        if (block.form != Block::Form::paragraph) return;
        const ReleaseText typed = read_paragraphs(block.text());
        if (typed.blocks.size() != 1 || typed.blocks[0].form == Block::Form::paragraph) return;
        const std::string all = block.text(), words = typed.blocks[0].text();
        if (!all.ends_with(words)) return;
        block.form = typed.blocks[0].form;
        block.drop_front(all.size() - words.size());
    }

    // One space between words, also across runs; runs that look the same become one.
    static void clean(std::vector<Run>& line) {
        std::vector<Run> out;
        for (Run& run : line) {
            const bool same = !out.empty() && out.back().bold == run.bold && out.back().italic == run.italic && out.back().url == run.url;
            if (same) out.back().text += run.text;
            else if (!run.text.empty()) out.push_back(std::move(run));
        }
        bool space = true;  // what stands before ends with a space, or nothing does
        for (Run& run : out) {
            const bool begins = !run.text.empty() && (run.text.front() == ' ' || run.text.front() == '\t');
            const bool ends = !run.text.empty() && (run.text.back() == ' ' || run.text.back() == '\t');
            std::string text = clean_line(run.text);
            if (begins && !space && !text.empty()) text.insert(0, " ");
            else if (begins && !space) text = " ";
            if (ends && !text.empty() && text.back() != ' ') text += ' ';
            space = text.empty() ? space : text.back() == ' ';
            run.text = std::move(text);
        }
        std::erase_if(out, [](const Run& run) { return run.text.empty(); });
        while (!out.empty() && trim(out.back().text).empty()) out.pop_back();
        if (!out.empty()) out.back().text = std::string(out.back().text.substr(0, out.back().text.find_last_not_of(' ') + 1));
        line = std::move(out);
    }

    void read_runs(pugi::xml_node parent, const Run& look, int depth) {
        if (depth > kMaxDepth) {
            too_deep_ = true;
            return;
        }
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:r") {
                Run inner = look;
                const pugi::xml_node properties = node.child("w:rPr");
                if (is_on(properties.child("w:vanish"))) continue;
                inner.bold = is_on(properties.child("w:b"));
                inner.italic = is_on(properties.child("w:i"));
                read_runs(node, inner, depth + 1);
            } else if (name == "w:hyperlink") {
                Run inner = look;
                const auto link = styles_.links.find(std::string_view(node.attribute("r:id").value()));
                if (link != styles_.links.end()) inner.url = link->second;
                read_runs(node, inner, depth + 1);
            } else if (name == "w:t") {
                add(look, words_of(node.text().get()));
            } else if (name == "w:tab") {
                if (parent.name() != std::string_view("w:tabs")) add(look, "\t");
            } else if (name == "w:br" || name == "w:cr") {
                lines_.emplace_back();
            } else if (name == "w:noBreakHyphen") {
                add(look, "-");
            } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
                count_drawing(node);
            } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
                ++release_.notes;
            } else if (is_wrapping(name) || name == "w:fldSimple" || name == "w:dir" || name == "w:bdo") {
                read_runs(node, look, depth + 1);
            } else if (name == "mc:AlternateContent") {
                read_runs(node.child("mc:Choice"), look, depth + 1);
            }
        }
    }

    void count_drawing(pugi::xml_node node) {
        const bool box =
            static_cast<bool>(node.find_node([](pugi::xml_node each) { return each.name() == std::string_view("w:txbxContent"); }));
        ++(box ? release_.notes : release_.pictures);
    }

    void add(const Run& look, std::string text) {
        Run run = look;
        run.text = std::move(text);
        lines_.back().push_back(std::move(run));
    }

    // What stands in a table, a row or a cell, even within content controls, which templates put around a row or the text of a cell.
    template <class Each>
    void walk(pugi::xml_node parent, int depth, const Each& each) {
        if (depth > kMaxDepth) {
            too_deep_ = true;
            return;
        }
        for (const pugi::xml_node node : parent.children()) {
            if (is_wrapping(node.name())) walk(node, depth + 1, each);
            else each(node, depth);
        }
    }

    std::string line_of(pugi::xml_node paragraph) {
        lines_.assign(1, {});
        read_runs(paragraph, {}, 0);
        std::string text;
        for (std::vector<Run>& line : lines_) {
            clean(line);
            Block part;
            part.runs = std::move(line);
            const std::string words = part.text();
            if (!words.empty()) text += (text.empty() ? "" : " ") + words;
        }
        return text;
    }

    // The texts of a cell: one, and further ones when a table stands within it.
    std::vector<std::string> texts_of(pugi::xml_node cell, int depth) {
        std::vector<std::string> texts(1);
        walk(cell, depth, [&](pugi::xml_node node, int at) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                const std::string words = line_of(node);
                if (!words.empty()) texts.back() += (texts.back().empty() ? "" : " ") + words;
            } else if (name == "w:tbl") {
                for (const auto& row : rows_of(node, at + 1)) {
                    for (const auto& inner : row) texts.insert(texts.end(), inner.begin(), inner.end());
                }
                texts.emplace_back();
            }
        });
        return texts;
    }

    std::vector<std::vector<std::vector<std::string>>> rows_of(pugi::xml_node table, int depth) {
        std::vector<std::vector<std::vector<std::string>>> rows;
        walk(table, depth, [&](pugi::xml_node row, int at) {
            if (row.name() != std::string_view("w:tr")) return;
            auto& cells = rows.emplace_back();
            walk(row, at + 1, [&](pugi::xml_node cell, int within) {
                if (cell.name() == std::string_view("w:tc")) cells.push_back(texts_of(cell, within + 1));
            });
        });
        return rows;
    }

    // A cell is a line of text; a table within a cell, or one that is too wide, is read as paragraphs.
    void read_table(pugi::xml_node table, int depth) {
        const auto rows = rows_of(table, depth + 1);
        const bool wide = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.size() > kMaxColumns; });
        const bool simple = std::all_of(rows.begin(), rows.end(), [](const auto& row) {
            return std::all_of(row.begin(), row.end(), [](const auto& texts) { return texts.size() == 1; });
        });
        ++group_;
        if (simple && !wide && rows.size() > 1) {
            Block block;
            block.form = Block::Form::table;
            block.group = group_++;
            for (const auto& row : rows) {
                auto& cells = block.rows.emplace_back();
                for (const auto& texts : row) cells.push_back(texts.front());
            }
            release_.blocks.push_back(std::move(block));
            return;
        }
        ++group_;
        for (const auto& row : rows) {
            for (const auto& texts : row) {
                for (const std::string& text : texts) {
                    if (text.empty()) continue;
                    Block part;
                    part.group = group_++;
                    part.runs = {{text}};
                    release_.blocks.push_back(std::move(part));
                }
            }
        }
    }

    DocxStyles styles_;
    ReleaseText release_;
    std::vector<std::vector<Run>> lines_;    // of the paragraph being read
    std::map<std::string, unsigned> count_;  // of each numbered list
    unsigned group_ = 0;
    bool too_deep_ = false;
};

}  // namespace

tl::expected<ReleaseText, Words> read_docx(std::string_view bytes) {
    Archive archive(bytes);
    if (!archive.is_open()) return tl::unexpected(kBroken);
    if (!archive.has("word/document.xml")) return tl::unexpected(kOther);
    const std::optional<std::string> text = archive.read("word/document.xml");
    if (!text) return tl::unexpected(archive.is_too_large() ? kTooLarge : kBroken);
    const std::string styles = archive.read("word/styles.xml").value_or("");
    const std::string numbering = archive.read("word/numbering.xml").value_or("");
    const std::string relations = archive.read("word/_rels/document.xml.rels").value_or("");
    if (archive.is_too_large()) return tl::unexpected(kTooLarge);

    pugi::xml_document document;
    if (!document.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
        return tl::unexpected(kBroken);
    Reader reader(read_docx_styles(styles, numbering, relations));
    reader.read_blocks(document.child("w:document").child("w:body"), 0);
    if (reader.is_too_deep()) return tl::unexpected(kTooLarge);
    return reader.take();
}

}  // namespace pressrum
