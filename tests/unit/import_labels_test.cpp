// Words that say what a line of a release is: every one of them, in every language, and what only looks like them.
#include "import/labels.hpp"
#include "import/paragraphs.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;

namespace {

// The name of the label, and what stands after it: "credit|Maria Ek"; "-" when the line is none.
std::string label_of(std::string_view line) {
    constexpr std::string_view kNames[] = {"credit", "caption", "diary_number", "contact", "published"};
    const auto found = find_label(line);
    return found ? std::string(kNames[static_cast<std::size_t>(found->label)]) + "|" + std::string(found->value) : "-";
}

std::string kicker_of(std::string_view line) {
    const auto found = find_kicker(line);
    return found ? std::string(found->kind) + "|" + std::string(line.substr(found->size)) : "-";
}

std::string date_line_of(std::string_view line) {
    static const DateNames kSwedish(Lexicon("sv", {}));
    const auto found = read_date_line(line, kSwedish);
    return found ? found->place + "|" + std::string(line.substr(found->day.begin, found->day.end - found->day.begin)) : "-";
}

std::string subject_of(const std::string& text) { return read_paragraphs(text).subject; }
std::size_t aside_of(const std::string& text) { return read_paragraphs(text).aside.size(); }

}  // namespace

TEST_CASE("every word that begins a labelled line is known, with a colon") {
    struct {
        std::string_view label;
        std::vector<std::string_view> words;
    } const all[] = {
        {"credit", {"Fotograf", "Fotografi", "Foton", "Foto", "Illustration", "Photographer", "Photos", "Photo"}},
        {"caption", {"Bildtext", "På bilden", "Bilden", "Bild", "Caption", "Picture"}},
        {"diary_number", {"Diarienummer", "Diarienr", "Dnr", "Ärendenummer", "Reference number"}},
        {"contact",
         {"Kontaktpersoner", "Kontaktperson", "Presskontakter", "Presskontakt", "Kontakta", "Kontakter", "Kontakt", "För mer information",
          "För ytterligare information", "Mer information", "För frågor", "Frågor besvaras av", "For more information",
          "For further information", "Press contact", "Media contact", "Contacts", "Contact"}},
        {"published", {"Publicerad", "Publicerat", "Publiceringsdatum", "Published", "Datum", "Date"}},
    };
    for (const auto& [label, words] : all) {
        for (const std::string_view word : words) {
            INFO(word);
            const std::string begin(word);
            CHECK(label_of(begin + ": Maria Ek") == std::string(label) + "|Maria Ek");
            CHECK(label_of(begin + ":") == std::string(label) + "|");
            CHECK(label_of(begin + ".: Maria Ek") == std::string(label) + "|Maria Ek");
            CHECK(label_of("X" + begin + ": Maria Ek") == "-");
            CHECK(label_of(begin + "x: Maria Ek") == "-");
        }
    }
}

TEST_CASE("some labels need no colon, some only before a name, and the others always") {
    for (const std::string_view word : {"Dnr",
                                        "Kontaktpersoner",
                                        "Kontaktperson",
                                        "Presskontakter",
                                        "Presskontakt",
                                        "Kontakter",
                                        "Kontakt",
                                        "För mer information",
                                        "För ytterligare information",
                                        "Mer information",
                                        "För frågor",
                                        "Frågor besvaras av",
                                        "For more information",
                                        "For further information",
                                        "Press contact",
                                        "Media contact",
                                        "Contacts",
                                        "Contact",
                                        "Publicerad",
                                        "Publicerat",
                                        "Publiceringsdatum",
                                        "Published"}) {
        INFO(word);
        CHECK(label_of(std::string(word) + " i höst") != "-");
    }
    for (const std::string_view word : {"Foto", "Photo"}) {
        INFO(word);
        CHECK(label_of(std::string(word) + " Maria Ek") == "credit|Maria Ek");
        CHECK(label_of(std::string(word) + " i höst") == "-");
    }
    for (const std::string_view word :
         {"Fotograf", "Fotografi", "Foton", "Illustration", "Photographer", "Photos", "Bildtext", "På bilden", "Bilden", "Bild", "Caption",
          "Picture", "Diarienummer", "Diarienr", "Ärendenummer", "Reference number", "Kontakta", "Datum", "Date"}) {
        INFO(word);
        CHECK(label_of(std::string(word) + " Maria Ek") == "-");
    }
    CHECK(label_of("DNR KS 2024/0123") == "diary_number|KS 2024/0123");
    CHECK(label_of("Kontakt., : Maria Ek") == "contact|Maria Ek");
    CHECK(label_of("Vi söker en fotograf: Maria Ek") == "-");
}

TEST_CASE("a word over a release says of which kind it is") {
    CHECK(kicker_of("PRESSMEDDELANDE 2 maj") == "press-release| 2 maj");
    CHECK(kicker_of("Pressmeddelanden") == "press-release|");
    CHECK(kicker_of("Press release") == "press-release|");
    CHECK(kicker_of("Pressrelease") == "press-release|");
    CHECK(kicker_of("Pressinbjudan") == "invitation|");
    CHECK(kicker_of("Press invitation") == "invitation|");
    CHECK(kicker_of("Inbjudan") == "invitation|");
    CHECK(kicker_of("Nyhet:") == "news|:");
    CHECK(kicker_of("Uttalande") == "statement|");
    CHECK(kicker_of("Nyheter i maj") == "-");
    CHECK(kicker_of("En nyhet") == "-");
}

TEST_CASE("a line with a day and nothing but a place tells when and where") {
    CHECK(date_line_of("Ekinge den 2 maj 2024") == "Ekinge|2 maj 2024");
    CHECK(date_line_of("Den 2 maj 2024") == "|2 maj 2024");
    CHECK(date_line_of("2 maj 2024.") == "|2 maj 2024");
    CHECK(date_line_of("Publicerad: 2 maj 2024") == "|2 maj 2024");
    CHECK(date_line_of("Publicerad i Ekinge 2 maj 2024") == "-");
    CHECK(date_line_of("Ekinge, 2 maj 2024:") == "Ekinge|2 maj 2024");
    CHECK(date_line_of("(Ekinge) (2 maj 2024)") == "Ekinge|2 maj 2024");
    CHECK(date_line_of("Norra Ekinge By den 2 maj 2024") == "Norra Ekinge By|2 maj 2024");
    CHECK(date_line_of("Norra Ekinge By Strand den 2 maj 2024") == "-");
    CHECK(date_line_of("vi ses den 2 maj 2024") == "-");
    CHECK(date_line_of("Ekinge 2 maj 2024 klart") == "-");
    CHECK(date_line_of("2 maj 2024 3 maj 2024") == "-");
    CHECK(date_line_of("Ekinge") == "-");
    // A label is no place, and but for that of a publication it is about something else.
    CHECK(date_line_of("Kontakt 2 maj 2024") == "-");
    CHECK(date_line_of("Publicerad Ekinge 2 maj 2024") == "Ekinge|2 maj 2024");
    CHECK(date_line_of(std::string(88, 'A') + " 2 maj 2024") == "-");
}

TEST_CASE("a name has two to four words, with capitals first and last") {
    for (const std::string_view name : {"Maria Ek", "Maria von Ek", "Maria af Ek", "Maria av Ek", "Maria de Ek", "Maria van der Ek",
                                        "Anna-Karin Ek", "Maria O\u2019Ek", "Maria O'Ek", "Åsa Öst", "Maria Lena Ek Öst"}) {
        INFO(name);
        CHECK(is_name_like(name));
    }
    for (const std::string_view other :
         {"", "Maria", "maria Ek", "Maria ek", "Maria i Ek", "Maria Lena Karin Ek Öst", "Maria Ek 2", "Maria, Ek", "von Ek Maria"}) {
        INFO(other);
        CHECK_FALSE(is_name_like(other));
    }
    CHECK(is_place_like("Ekinge"));
    CHECK(is_place_like("Stora Torget Ekinge"));
    CHECK_FALSE(is_place_like("Stora torget"));
    CHECK_FALSE(is_place_like("Stora Torget I Ekinge"));
    CHECK_FALSE(is_place_like("Ekinge 2"));
    CHECK(is_place_like(std::string(60, 'E')));
    CHECK_FALSE(is_place_like(std::string(61, 'E')));
}

TEST_CASE("a sentence ends with its mark, also within quotation marks or a bracket") {
    for (const std::string_view text :
         {"Klart.", "Klart?", "Klart!", "Klart…", "”Klart.”", "“Klart.“", "»Klart.»", "\"Klart.\"", "(Klart.)"}) {
        INFO(text);
        CHECK(ends_sentence(text));
    }
    for (const std::string_view text : {"", "Klart", "Klart:", "Klart,", "Klart”", "Klart.))"}) {
        INFO(text);
        CHECK_FALSE(ends_sentence(text));
    }
}

TEST_CASE("every field of a mail's head is known, in either language") {
    for (const std::string_view field : {"Från", "From", "Skickat", "Sent", "Till", "To", "Kopia", "Cc", "Datum", "Date", "Bifogade filer",
                                         "Attachments", "Prioritet", "Importance", "Svara till", "Reply-To", "Bcc", "Ämne", "Subject"}) {
        INFO(field);
        const std::string line = std::string(field) + ": a";
        // With another field beside it, plain or in bold.
        CHECK(aside_of(line + "\nFrån: b\n\nNytt bad\n\nBadet är klart.") == 2);
        CHECK(aside_of("*" + std::string(field) + ":* a\nFrån: b\n\nNytt bad\n\nBadet är klart.") == 2);
        CHECK(aside_of("x" + line + "\nFrån: b\n\nNytt bad\n\nBadet är klart.") == 0);
    }
    CHECK(subject_of("Ämne: Nytt bad\nFrån: b\n\nBadet är klart.") == "Nytt bad");
    CHECK(subject_of("Subject: Nytt bad\n\nBadet är klart.") == "Nytt bad");
    CHECK(subject_of("Badet är klart.\n\nSubject: Nytt bad\n\nDet är stort.").empty());
    for (const std::string_view prefix : {"VB:", "Vb:", "vb:", "FW:", "Fw:", "Fwd:", "SV:", "Sv:", "RE:", "Re:"}) {
        INFO(prefix);
        CHECK(subject_of("Ämne: " + std::string(prefix) + " " + std::string(prefix) + " Nytt bad\n\nBadet är klart.") == "Nytt bad");
    }
}

TEST_CASE("a signature, a line between mails and what is quoted are known by their form") {
    CHECK(read_paragraphs("Badet är klart.\n-- \nMaria Ek\n0980-31 92 10").aside ==
          std::vector<std::string>{"--", "Maria Ek", "0980-31 92 10"});
    CHECK(read_paragraphs("Badet är klart.\n--\nMaria Ek").aside == std::vector<std::string>{"--", "Maria Ek"});
    for (const std::string_view line : {"-----Ursprungligt meddelande-----", "---- Original message ----"}) {
        INFO(line);
        CHECK(read_paragraphs(std::string(line) + "\n\nBadet är klart.").aside == std::vector<std::string>{std::string(line)});
    }
    CHECK(aside_of("-----------\n\nBadet är klart.") == 0);
    CHECK(aside_of("Ett meddelande\n\nBadet är klart.") == 0);
    // A mail within nine others is read, one within more stays as it is: nobody sends such.
    const auto quoted = [](int levels) {
        const std::string marks(static_cast<std::size_t>(levels), '>');
        return read_paragraphs(marks + " Nytt bad\n" + marks + "\n" + marks + " Badet är klart.\n").blocks.front().text();
    };
    CHECK(quoted(1) == "Nytt bad");
    CHECK(quoted(10) == "Nytt bad");
    CHECK(quoted(11) == "> Nytt bad");
    // Two lines of three are quoted: the whole is. One of three is somebody's own ">".
    CHECK(read_paragraphs("> a\n\n> b\n\nc").blocks.front().text() == "a");
    CHECK(read_paragraphs("> a\n\nb\n\nc").blocks.front().text() == "> a");
}
